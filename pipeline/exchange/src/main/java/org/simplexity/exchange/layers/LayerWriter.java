package org.simplexity.exchange.layers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.layers.LayerSink.Made;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.graph.Operation;

/**
 * Walks through a finished network and hands every operation to a format.
 *
 * <p>Zeros are left out of sums, which changes nothing. A mixture becomes the sum of its candidates
 * times γ; candidates of weight 0 are left out.
 */
public final class LayerWriter {
  private final FinishedNetwork finished;
  private final LayerSink sink;
  private final Map<Value, Node> nodes = new HashMap<>();
  private final Map<Class<?>, Handler> handlers = new LinkedHashMap<>();

  /** Writes one kind of operation. */
  private interface Handler {
    Node write(Made made, Value value);
  }

  /**
   * Prepares to write.
   *
   * @param finished network with its numbers
   * @param sink format to write in
   */
  public LayerWriter(FinishedNetwork finished, LayerSink sink) {
    this.finished = finished;
    this.sink = sink;
    handlers.put(Operation.Input.class, (made, v) -> sink.input(v.shape()));
    handlers.put(Operation.Convolve.class, this::convolve);
    handlers.put(Operation.DepthwiseConvolve.class, this::depthwise);
    handlers.put(Operation.Dense.class, this::dense);
    handlers.put(Operation.MaxPool.class, this::maxPool);
    handlers.put(Operation.AveragePool.class, this::averagePool);
    handlers.put(Operation.GlobalAveragePool.class, (m, v) -> sink.globalAverage(m, image(v, 0)));
    handlers.put(Operation.Rectify.class, (made, v) -> sink.rectify(made, node(v.inputs().get(0))));
    handlers.put(Operation.Normalise.class, this::normalise);
    handlers.put(Operation.Zero.class, (made, v) -> sink.zero(made));
    handlers.put(Operation.Subsample.class, this::subsample);
    handlers.put(Operation.Concatenate.class, this::concatenate);
    handlers.put(Operation.Sum.class, (made, v) -> sum(made, v.inputs()));
    handlers.put(Operation.Mix.class, this::mix);
  }

  /**
   * Writes all layers.
   *
   * @throws ExchangeException if the format has no layer for an operation; the message names it
   */
  public void write() {
    for (Value value : finished.network().values()) {
      if (!(value.operation() instanceof Operation.Zero)) {
        node(value);
      }
    }
    sink.finish(vector(node(finished.network().logits())));
  }

  /** Zeros are written only where somebody reads them. */
  private Node node(Value value) {
    @Nullable Node known = nodes.get(value);
    if (known != null) {
      return known;
    }
    String name = LayerNames.of(finished.network(), value);
    Handler handler = handlers.get(value.operation().getClass());
    if (handler == null) {
      throw new ExchangeException(
          "layer '%s': operation %s cannot be written to files of other libraries"
              .formatted(name, LayerNames.kind(value.operation())));
    }
    Node made = handler.write(new Made(name, value.shape()), value);
    nodes.put(value, made);
    return made;
  }

  private Node image(Value value, int input) {
    return image(node(value.inputs().get(input)));
  }

  private Node image(Node node) {
    return node.flat() ? sink.unflatten(node) : node;
  }

  private Node vector(Node node) {
    return node.flat() ? node : sink.flatten(node);
  }

  private Node convolve(Made made, Value value) {
    Operation.Convolve convolve = (Operation.Convolve) value.operation();
    Slice bias = convolve.bias();
    return sink.convolution(
        made,
        image(value, 0),
        convolve.settings().window(),
        finished.array(convolve.weight()),
        bias == null ? null : finished.array(bias));
  }

  private Node depthwise(Made made, Value value) {
    Operation.DepthwiseConvolve convolve = (Operation.DepthwiseConvolve) value.operation();
    NamedArray weight = finished.array(convolve.weight());
    return sink.depthwise(made, image(value, 0), convolve.settings().window(), weight);
  }

  private Node dense(Made made, Value value) {
    Operation.Dense dense = (Operation.Dense) value.operation();
    NamedArray weight = finished.array(dense.weight());
    Node x = vector(node(value.inputs().get(0)));
    return sink.dense(made, x, weight, finished.array(dense.bias()));
  }

  private Node maxPool(Made made, Value value) {
    Operation.MaxPool pool = (Operation.MaxPool) value.operation();
    return sink.maxPool(made, image(value, 0), pool.settings().window());
  }

  private Node averagePool(Made made, Value value) {
    Operation.AveragePool pool = (Operation.AveragePool) value.operation();
    return sink.averagePool(made, image(value, 0), pool.settings().window());
  }

  private Node normalise(Made made, Value value) {
    Operation.Normalise normalise = (Operation.Normalise) value.operation();
    Normalisation numbers =
        new Normalisation(
            optional(normalise.scale()),
            optional(normalise.shift()),
            finished.array(normalise.mean()),
            finished.array(normalise.variance()),
            normalise.settings().epsilon());
    return sink.normalise(made, node(value.inputs().get(0)), numbers);
  }

  private @Nullable NamedArray optional(@Nullable Slice slice) {
    return slice == null ? null : finished.array(slice);
  }

  private Node subsample(Made made, Value value) {
    return sink.subsample(made, image(value, 0), (Operation.Subsample) value.operation());
  }

  private Node concatenate(Made made, Value value) {
    List<Node> xs = alike(value.inputs().stream().map(this::node).toList());
    return xs.size() == 1 ? xs.get(0) : sink.concatenate(made, xs);
  }

  private Node sum(Made made, List<Value> terms) {
    List<Value> present =
        terms.stream().filter(term -> !(term.operation() instanceof Operation.Zero)).toList();
    return total(made, present.stream().map(this::node).toList());
  }

  private Node mix(Made made, Value value) {
    Slice structure = ((Operation.Mix) value.operation()).structure();
    if (!finished.hasStructure()) {
      throw new ExchangeException(
          "layer '%s' mixes %d candidates: only a discrete network can be written, or a supernet"
                  .formatted(made.name(), value.inputs().size())
              + " whose structure is given");
    }
    float[] gamma = finished.array(structure).values();
    List<Node> terms = new ArrayList<>();
    for (int k = 0; k < gamma.length; k++) {
      Value candidate = value.inputs().get(k);
      if (gamma[k] != 0 && !(candidate.operation() instanceof Operation.Zero)) {
        Made term = new Made(made.name() + ".term_" + k, made.shape());
        terms.add(sink.scale(term, node(candidate), gamma[k]));
      }
    }
    return total(made, terms);
  }

  private Node total(Made made, List<Node> terms) {
    if (terms.isEmpty()) {
      return sink.zero(made);
    }
    List<Node> xs = alike(terms);
    return xs.size() == 1 ? xs.get(0) : sink.sum(made, xs);
  }

  /** All in one form: vectors where all are, else images. */
  private List<Node> alike(List<Node> xs) {
    return xs.stream().allMatch(Node::flat) ? xs : xs.stream().map(this::image).toList();
  }
}
