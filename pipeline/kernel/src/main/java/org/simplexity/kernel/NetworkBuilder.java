package org.simplexity.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/**
 * Describes a network value by value; nothing is computed.
 *
 * <p>Parameters get hierarchical names from the scopes they are made in, e.g. {@code
 * cells.0.edge.0-2.sep_conv_3x3.depthwise_1.weight}. An operation without weights applied twice to
 * the same value with the same settings is one value, so it is computed once. Shapes that do not
 * fit throw {@link IllegalArgumentException} naming operation, scope and shapes.
 *
 * <pre>{@code
 * NetworkBuilder network = new NetworkBuilder(new Shape(1, 28, 28));
 * Value hidden = network.within("hidden", () -> network.relu(network.dense(network.input(), 50)));
 * Network perceptron = network.build(network.within("head", () -> network.dense(hidden, 10)));
 * }</pre>
 */
public final class NetworkBuilder {
  private final List<Value> values = new ArrayList<>();
  private final Map<List<Object>, Value> shared = new HashMap<>();
  private final Map<String, StructureSlice> structures = new HashMap<>();
  private final LayoutBuilder parameters = new LayoutBuilder();
  private final LayoutBuilder structure = new LayoutBuilder();
  private final LayoutBuilder statistics = new LayoutBuilder();
  private final Scopes scopes = new Scopes();
  private final Value input;
  private int dropPaths;

  /** Starts a network that reads images of this shape. */
  public NetworkBuilder(Shape input) {
    this.input = append("input", new Operation.Input(input), List.of());
  }

  /** The images. */
  public Value input() {
    return input;
  }

  /** Runs {@code body} with {@code scope} (dots allowed) prepended to the names of its slices. */
  public <T> T within(String scope, Supplier<T> body) {
    scopes.enter(scope);
    try {
      return body.get();
    } finally {
      scopes.leave();
    }
  }

  /** Convolution over all channels; slices {@code convolution_i.weight} and {@code .bias}. */
  public Value convolution(Value x, Convolution settings) {
    String name = scopes.number("convolution");
    int kernel = settings.window().kernel();
    Slice weight =
        weight(name, List.of(settings.outputChannels(), x.shape().channels(), kernel, kernel));
    Slice bias = settings.bias() ? bias(name, settings.outputChannels()) : null;
    return append("convolution", new Operation.Convolve(settings, weight, bias), List.of(x));
  }

  /**
   * Convolution of every channel on its own; slice {@code depthwise_i.weight}.
   *
   * <p>A dilation equal to the stride reads one pixel in stride²; then the pixels that are read are
   * picked first, once for all such convolutions of a value, and convolved densely. The result is
   * the same, and cheaper.
   */
  public Value depthwiseConvolution(Value x, DepthwiseConvolution settings) {
    Window window = settings.window();
    int kernel = window.kernel();
    Slice weight =
        weight(scopes.number("depthwise"), List.of(x.shape().channels(), 1, kernel, kernel));
    boolean sparse = window.isSparse();
    Value read = sparse ? subsample(x, window.stride(), 0, 0) : x;
    DepthwiseConvolution applied = sparse ? new DepthwiseConvolution(window.densified()) : settings;
    return append(
        "depthwise convolution", new Operation.DepthwiseConvolve(applied, weight), List.of(read));
  }

  /** W x + b over the flattened input; slices {@code dense_i.weight} and {@code dense_i.bias}. */
  public Value dense(Value x, int outputs) {
    String name = scopes.number("dense");
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "%s: outputs %d must be at least 1".formatted(scopes.describe("dense"), outputs));
    }
    Slice weight = weight(name, List.of(outputs, x.shape().size()));
    return append("dense", new Operation.Dense(weight, bias(name, outputs)), List.of(x));
  }

  /** Maximum over windows. */
  public Value maxPooling(Value x, Pooling settings) {
    return share("max pooling", new Operation.MaxPool(settings), List.of(x));
  }

  /** Average over windows; padding is not counted. */
  public Value averagePooling(Value x, Pooling settings) {
    return share("average pooling", new Operation.AveragePool(settings), List.of(x));
  }

  /** Average of every channel: c × h × w to c × 1 × 1. */
  public Value globalAveragePooling(Value x) {
    return share("global average pooling", new Operation.GlobalAveragePool(), List.of(x));
  }

  /** max(x, 0). */
  public Value relu(Value x) {
    return share("relu", new Operation.Rectify(), List.of(x));
  }

  /**
   * Batch normalisation; slices {@code batch_normalisation_i.scale}, {@code .shift} among the
   * parameters if affine, {@code .mean}, {@code .variance} among the statistics.
   */
  public Value batchNormalisation(Value x, BatchNormalisation settings) {
    String name = scopes.number("batch_normalisation");
    List<Object> key = List.of(settings, x.index());
    Value known = settings.affine() ? null : shared.get(key);
    if (known != null) {
      Operation.Normalise normalise = (Operation.Normalise) known.operation();
      statistics.alias(name + ".mean", normalise.mean());
      statistics.alias(name + ".variance", normalise.variance());
      return known;
    }
    Value made = append("batch normalisation", normalise(name, x, settings), List.of(x));
    shared.put(key, made);
    return made;
  }

  /**
   * The constant 0 in the shape of {@code like} after a stride (extents ⌈n / stride⌉): the
   * operation "none". A mixture skips it at no cost.
   */
  public Value zero(Value like, int stride) {
    checkStride("zero", stride);
    return share("zero", new Operation.Zero(Operation.strided(like.shape(), stride)), List.of());
  }

  /**
   * Every stride-th pixel from an offset: y[i, j] = x[stride·i + rowOffset, stride·j +
   * columnOffset], 0 beyond the edge. Two of them with offsets 0 and 1 make DARTS's factorised
   * reduction.
   */
  public Value subsample(Value x, int stride, int rowOffset, int columnOffset) {
    checkStride("subsample", stride);
    if (rowOffset < 0 || columnOffset < 0) {
      throw new IllegalArgumentException(
          "%s: offsets %d, %d must not be negative"
              .formatted(scopes.describe("subsample"), rowOffset, columnOffset));
    }
    return share("subsample", new Operation.Subsample(stride, rowOffset, columnOffset), List.of(x));
  }

  /**
   * Drop-path (Larsson, Maire and Shakhnarovich 2017): in training mode every example's value is
   * multiplied by 0 or by 1 / (1 − p), as {@link Plan#drawPaths} has drawn; otherwise the identity.
   * Two of them on the same value are two values: each is drawn on its own.
   */
  public Value dropPath(Value x) {
    return append("drop-path", new Operation.DropPath(dropPaths++), List.of(x));
  }

  /** The channels of all values one after another. */
  public Value concatenation(List<Value> xs) {
    return several("concatenation", new Operation.Concatenate(), xs);
  }

  /** Σ x. */
  public Value sum(List<Value> xs) {
    return several("sum", new Operation.Sum(), xs);
  }

  /**
   * Coordinates of γ by name (absolute: scopes do not apply, so that cells can share them).
   *
   * @throws IllegalArgumentException if the name is known with another length
   */
  public StructureSlice structure(String name, int length) {
    StructureSlice known =
        structures.computeIfAbsent(
            name,
            absent ->
                new StructureSlice(structure.add(absent, List.of(length), Slice.Kind.STRUCTURE)));
    if (known.length() != length) {
      throw new IllegalArgumentException(
          "structure slice '%s' has length %d, not %d".formatted(name, known.length(), length));
    }
    return known;
  }

  /** Σ_k γ_k x_k, the mixed operation of DARTS (Liu et al. 2019, §2.2), for given γ. */
  public Value mixture(List<Value> candidates, StructureSlice gamma) {
    return several("mixture", new Operation.Mix(gamma.slice()), candidates);
  }

  /**
   * Ends the description: the network's loss is the mean cross-entropy of softmax(logits). Logits
   * that do not depend on the images are a network too: a constant one.
   *
   * @throws IllegalArgumentException if the logits are not a vector of at least 2 classes
   */
  public Network build(Value logits) {
    checkClasses(logits);
    return new Network(
        values, reachable(logits), logits, null, Network.Ending.CROSS_ENTROPY, layouts());
  }

  /**
   * Ends the description of a network without a loss: a map from images to vectors, of which {@link
   * Plan#outputs} gives the value and {@link Plan#pullback} the gradients. An encoder and a decoder
   * are two such maps with a loss around both.
   *
   * @throws IllegalArgumentException if the outputs are not a vector
   */
  public Network buildMap(Value outputs) {
    if (outputs.shape().area() != 1) {
      throw new IllegalArgumentException(
          "outputs of shape %s must be a vector, channels x 1 x 1".formatted(outputs.shape()));
    }
    return new Network(values, reachable(outputs), outputs, null, Network.Ending.OPEN, layouts());
  }

  /**
   * Ends the description of a network with an auxiliary head: in training mode the loss is
   * CE(logits) + weight · CE(auxiliary), CE the mean cross-entropy of the softmax; in evaluation
   * mode the auxiliary logits are not computed (Szegedy et al. 2015, §5).
   *
   * @param logits the network's answer
   * @param auxiliary logits of the same classes
   * @param weight of the auxiliary loss, positive
   * @throws IllegalArgumentException if either are not a vector of the same at least 2 classes, or
   *     the weight is not positive
   */
  public Network build(Value logits, Value auxiliary, double weight) {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("auxiliary weight " + weight + " must be positive");
    }
    if (!auxiliary.shape().equals(logits.shape())) {
      throw new IllegalArgumentException(
          "auxiliary logits of shape %s must have the shape %s of the logits"
              .formatted(auxiliary.shape(), logits.shape()));
    }
    checkClasses(logits);
    Set<Value> all = new HashSet<>(reachable(logits));
    all.addAll(reachable(auxiliary));
    List<Value> ordered = all.stream().sorted(Comparator.comparingInt(Value::index)).toList();
    Network.Auxiliary head = new Network.Auxiliary(auxiliary, weight);
    return new Network(values, ordered, logits, head, Network.Ending.CROSS_ENTROPY, layouts());
  }

  private static void checkClasses(Value logits) {
    Shape shape = logits.shape();
    if (shape.area() != 1 || shape.channels() < 2) {
      throw new IllegalArgumentException(
          "logits of shape %s must be classes x 1 x 1 with at least 2 classes".formatted(shape));
    }
  }

  private List<Value> reachable(Value logits) {
    checkOrigin(logits);
    return Pruning.reachable(logits, input);
  }

  private Network.Layouts layouts() {
    return new Network.Layouts(parameters.build(), structure.build(), statistics.build());
  }

  private Operation.Normalise normalise(String name, Value x, BatchNormalisation settings) {
    List<Integer> shape = List.of(x.shape().channels());
    Slice scale =
        settings.affine() ? parameters.add(name + ".scale", shape, Slice.Kind.SCALE) : null;
    Slice shift =
        settings.affine() ? parameters.add(name + ".shift", shape, Slice.Kind.SHIFT) : null;
    Slice mean = statistics.add(name + ".mean", shape, Slice.Kind.MEAN);
    Slice variance = statistics.add(name + ".variance", shape, Slice.Kind.VARIANCE);
    return new Operation.Normalise(settings, scale, shift, mean, variance);
  }

  private Slice weight(String name, List<Integer> shape) {
    return parameters.add(name + ".weight", shape, Slice.Kind.WEIGHT);
  }

  private Slice bias(String name, int length) {
    return parameters.add(name + ".bias", List.of(length), Slice.Kind.BIAS);
  }

  private Value several(String kind, Operation operation, List<Value> xs) {
    if (xs.isEmpty()) {
      throw new IllegalArgumentException(scopes.describe(kind) + " needs at least one value");
    }
    return share(kind, operation, xs);
  }

  private Value share(String kind, Operation operation, List<Value> inputs) {
    List<Object> key = List.of(operation, inputs.stream().map(Value::index).toList());
    @Nullable Value known = shared.get(key);
    if (known != null) {
      return known;
    }
    Value made = append(kind, operation, inputs);
    shared.put(key, made);
    return made;
  }

  private Value append(String kind, Operation operation, List<Value> inputs) {
    inputs.forEach(this::checkOrigin);
    try {
      Value value = new Value(values.size(), operation, inputs);
      values.add(value);
      return value;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(scopes.describe(kind) + ": " + e.getMessage(), e);
    }
  }

  private void checkOrigin(Value value) {
    if (value.index() >= values.size() || values.get(value.index()) != value) {
      throw new IllegalArgumentException(
          "a value of shape %s belongs to another builder".formatted(value.shape()));
    }
  }

  private void checkStride(String kind, int stride) {
    if (stride < 1) {
      throw new IllegalArgumentException(
          "%s: stride %d must be at least 1".formatted(scopes.describe(kind), stride));
    }
  }
}
