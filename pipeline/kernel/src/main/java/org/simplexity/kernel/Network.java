package org.simplexity.kernel;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A described network: its values and the layouts of its flat vectors. Immutable; holds no numbers.
 */
public final class Network {
  private final List<Value> values;
  private final Layout parameters;
  private final Layout structure;
  private final Layout statistics;

  Network(List<Value> values, Layout parameters, Layout structure, Layout statistics) {
    this.values = List.copyOf(values);
    this.parameters = parameters;
    this.structure = structure;
    this.statistics = statistics;
  }

  /** Shape of one image. */
  public Shape input() {
    return values.get(0).shape();
  }

  /** Number of classes. */
  public int classes() {
    return logits().shape().channels();
  }

  /** The values the logits are computed of, in order, the logits last. */
  public List<Value> values() {
    return values;
  }

  /** The logits: classes × 1 × 1. */
  public Value logits() {
    return values.get(values.size() - 1);
  }

  /** Layout of the flat weights w. */
  public Layout parameters() {
    return parameters;
  }

  /** Layout of the flat structure γ. */
  public Layout structure() {
    return structure;
  }

  /** Layout of the running statistics of normalisations. */
  public Layout statistics() {
    return statistics;
  }

  /** Multiplications with weights in convolutions and dense layers for one image. */
  public long multiplyAdds() {
    return values.stream()
        .filter(value -> !value.inputs().isEmpty())
        .mapToLong(Network::cost)
        .sum();
  }

  private static long cost(Value value) {
    return value.operation().multiplyAdds(value.inputs().get(0).shape(), value.shape());
  }

  /**
   * Fresh weights: PyTorch's defaults for {@code Conv2d} and {@code Linear}, which are DARTS's too.
   *
   * <p>Weights and biases are U(−1/√f, 1/√f), f = inputs of one output of the layer (Kaiming
   * uniform with a = √5); scales 1; shifts 0.
   */
  public double[] initialParameters(RandomGenerator random) {
    return Initialisation.parameters(parameters, random);
  }

  /** Running means 0 and variances 1. */
  public double[] initialStatistics() {
    return Initialisation.statistics(statistics);
  }
}
