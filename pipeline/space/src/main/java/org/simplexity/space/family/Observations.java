package org.simplexity.space.family;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Examples with their targets; immutable. */
public final class Observations {
  private final double[][] features;
  private final double[] targets;

  /**
   * Copies the arrays.
   *
   * @param features X, [example][feature]
   * @param targets y, [example]; a class is given by its index
   * @throws IllegalArgumentException if their numbers differ
   */
  public Observations(double[][] features, double[] targets) {
    if (features.length != targets.length) {
      throw new IllegalArgumentException(
          "%d examples must have as many targets, not %d"
              .formatted(features.length, targets.length));
    }
    this.features = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    this.targets = targets.clone();
  }

  /** Number of examples. */
  public int size() {
    return targets.length;
  }

  /** X, a copy. */
  public double[][] features() {
    return Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
  }

  /** y, a copy. */
  public double[] targets() {
    return targets.clone();
  }

  /**
   * The examples of these indices.
   *
   * @param from first
   * @param to one past the last
   */
  public Observations range(int from, int to) {
    return new Observations(
        IntStream.range(from, to).mapToObj(i -> features[i]).toArray(double[][]::new),
        Arrays.copyOfRange(targets, from, to));
  }

  double[] example(int index) {
    return features[index];
  }

  double target(int index) {
    return targets[index];
  }
}
