package org.simplexity.space.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How a node gathers what its edges bring, agg_v (lecture on structure selection, eq. 1). */
public enum Aggregation {
  /** Coordinate by coordinate, Σ_j z_j. */
  SUM,
  /** Coordinate by coordinate, Σ_j z_j / n. */
  MEAN,
  /** One after the other, [z_1, …, z_n]. */
  CONCATENATION,
  /** Coordinate by coordinate, Π_j z_j. */
  PRODUCT;

  /**
   * Length of what the node gives.
   *
   * @param lengths of what its edges bring, at least one
   * @throws IllegalArgumentException if they differ where they have to be equal
   */
  public int length(List<Integer> lengths) {
    if (this == CONCATENATION) {
      return lengths.stream().mapToInt(Integer::intValue).sum();
    }
    if (lengths.stream().distinct().count() != 1) {
      throw new IllegalArgumentException(
          "%s needs values of one length, not %s".formatted(this, lengths));
    }
    return lengths.get(0);
  }

  /**
   * The gathered value.
   *
   * @param values z_j in the order of the edges, at least one
   */
  public double[] value(List<double[]> values) {
    if (this == CONCATENATION) {
      return values.stream().flatMapToDouble(Arrays::stream).toArray();
    }
    return IntStream.range(0, values.get(0).length)
        .mapToDouble(i -> this == PRODUCT ? product(values, i, -1) : share(values) * sum(values, i))
        .toArray();
  }

  /**
   * The gradients carried back to every value.
   *
   * @param values z_j as they were gathered
   * @param gradient ∂agg
   */
  public List<double[]> pullback(List<double[]> values, double[] gradient) {
    List<double[]> pulled = new ArrayList<>();
    int start = 0;
    for (int j = 0; j < values.size(); j++) {
      double[] part = new double[values.get(j).length];
      for (int i = 0; i < part.length; i++) {
        part[i] = slope(values, i, j) * gradient[start + i];
      }
      start += this == CONCATENATION ? part.length : 0;
      pulled.add(part);
    }
    return pulled;
  }

  private double slope(List<double[]> values, int coordinate, int edge) {
    return switch (this) {
      case SUM, MEAN -> share(values);
      case CONCATENATION -> 1;
      case PRODUCT -> product(values, coordinate, edge);
    };
  }

  private double share(List<double[]> values) {
    return this == MEAN ? 1.0 / values.size() : 1;
  }

  private static double sum(List<double[]> values, int coordinate) {
    return values.stream().mapToDouble(value -> value[coordinate]).sum();
  }

  private static double product(List<double[]> values, int coordinate, int without) {
    double product = 1;
    for (int j = 0; j < values.size(); j++) {
      product *= j == without ? 1 : values.get(j)[coordinate];
    }
    return product;
  }
}
