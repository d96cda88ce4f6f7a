package org.simplexity.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.graph.Operation;

/**
 * A described network: its values and the layouts of its flat vectors. Immutable; holds no numbers.
 */
public final class Network {
  private final List<Value> described;
  private final List<Value> values;
  private final Value logits;
  private final @Nullable Auxiliary auxiliary;
  private final Ending ending;
  private final Set<Value> evaluated;
  private final Layouts layouts;

  /** Layouts of the flat vectors. */
  record Layouts(Layout parameters, Layout structure, Layout statistics) {}

  /** A second head, which only training computes. */
  record Auxiliary(Value logits, double weight) {}

  /** What stands at the end of a network. */
  enum Ending {
    /** The mean cross-entropy of the softmax of the logits. */
    CROSS_ENTROPY,
    /** Nothing: outputs go out and their gradient comes in. */
    OPEN
  }

  Network(
      List<Value> described,
      List<Value> values,
      Value logits,
      @Nullable Auxiliary auxiliary,
      Ending ending,
      Layouts layouts) {
    this.described = List.copyOf(described);
    this.values = List.copyOf(values);
    this.logits = logits;
    this.auxiliary = auxiliary;
    this.ending = ending;
    this.evaluated = Set.copyOf(Pruning.reachable(logits, values.get(0)));
    this.layouts = layouts;
  }

  /** Shape of one image. */
  public Shape input() {
    return values.get(0).shape();
  }

  /** Number of classes, or of outputs of a network without a loss. */
  public int classes() {
    return logits().shape().channels();
  }

  /**
   * Whether the network ends in its own loss, the mean cross-entropy of the softmax of the logits;
   * if not, outputs go out and their gradient comes in, see {@link Plan#outputs}.
   */
  public boolean hasLoss() {
    return ending == Ending.CROSS_ENTROPY;
  }

  /**
   * The values that the logits and, if there are any, the auxiliary logits are computed of; inputs
   * come before what is computed of them.
   */
  public List<Value> values() {
    return values;
  }

  /** The logits, or the outputs of a network without a loss: classes × 1 × 1. */
  public Value logits() {
    return logits;
  }

  /** The logits of the auxiliary head: classes × 1 × 1, or empty if the network has none. */
  public Optional<Value> auxiliaryLogits() {
    return Optional.ofNullable(auxiliary).map(Auxiliary::logits);
  }

  /** Weight of the auxiliary head's loss in training mode; 0 if the network has none. */
  public double auxiliaryWeight() {
    return auxiliary == null ? 0 : auxiliary.weight();
  }

  /** Whether evaluation computes this value: all but those of the auxiliary head alone. */
  public boolean isEvaluated(Value value) {
    return evaluated.contains(value);
  }

  /** Layout of the flat weights w, those of the auxiliary head among them. */
  public Layout parameters() {
    return layouts.parameters();
  }

  /** Layout of the flat structure γ. */
  public Layout structure() {
    return layouts.structure();
  }

  /** Layout of the running statistics of normalisations. */
  public Layout statistics() {
    return layouts.statistics();
  }

  /** Number of weights without those of the auxiliary head. */
  public int parameterCount() {
    return parameters().length() - auxiliaryParameterCount();
  }

  /** Number of weights of the auxiliary head alone. */
  public int auxiliaryParameterCount() {
    return auxiliary(Operation::weights).mapToInt(Slice::length).sum();
  }

  /** The slices of weights and of running statistics that only the auxiliary head reads. */
  public Set<Slice> auxiliarySlices() {
    return Stream.concat(auxiliary(Operation::weights), auxiliary(Operation::statistics))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Slice> auxiliary(Function<Operation, List<Slice>> slices) {
    return values.stream()
        .filter(value -> !isEvaluated(value))
        .flatMap(value -> slices.apply(value.operation()).stream());
  }

  /**
   * Multiplications with weights in convolutions and dense layers for one image, without the
   * auxiliary head.
   *
   * <p>As among the weights, everything that was described counts, even what the logits happen not
   * to depend on, which is never computed.
   */
  public long multiplyAdds() {
    return counted().stream().mapToLong(Value::multiplyAdds).sum();
  }

  /** The values that {@link #multiplyAdds} counts. */
  public List<Value> counted() {
    Set<Value> training = new HashSet<>(values);
    training.removeAll(evaluated);
    return described.stream().filter(value -> !training.contains(value)).toList();
  }

  /**
   * The same function without what only training computes: no auxiliary head, no drop-paths. The
   * layouts are the same, so the same flat vectors fit.
   */
  public Network forEvaluation() {
    Map<Value, Value> copies = new HashMap<>();
    List<Value> kept = new ArrayList<>();
    for (Value value : values) {
      if (isEvaluated(value)) {
        List<Value> inputs = value.inputs().stream().map(copies::get).toList();
        if (value.operation() instanceof Operation.DropPath) {
          copies.put(value, inputs.get(0));
        } else {
          Value copy = new Value(kept.size(), value.operation(), inputs);
          copies.put(value, copy);
          kept.add(copy);
        }
      }
    }
    return new Network(kept, kept, kept.get(kept.size() - 1), null, ending, layouts);
  }

  /**
   * The same logits without the loss: they go out and their gradient comes in, see {@link
   * Plan#outputs}. The layouts are the same, so the same flat vectors fit.
   *
   * @throws IllegalStateException if the network has an auxiliary head, which has a loss of its own
   */
  public Network withoutLoss() {
    if (auxiliary != null) {
      throw new IllegalStateException("an auxiliary head cannot stand without its loss");
    }
    return new Network(described, values, logits, null, Ending.OPEN, layouts);
  }

  /**
   * Fresh weights: PyTorch's defaults for {@code Conv2d} and {@code Linear}, which are DARTS's too.
   *
   * <p>Weights and biases are U(−1/√f, 1/√f), f = inputs of one output of the layer (Kaiming
   * uniform with a = √5); scales 1; shifts 0.
   */
  public double[] initialParameters(RandomGenerator random) {
    return Initialisation.parameters(parameters(), random);
  }

  /** Running means 0 and variances 1. */
  public double[] initialStatistics() {
    return Initialisation.statistics(statistics());
  }
}
