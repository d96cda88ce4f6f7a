package org.simplexity.method;

import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.kernel.Slice;

/** Some coordinates of a point under one name. */
final class CoordinateGroup {
  private final String name;
  private final int[] coordinates;

  CoordinateGroup(String name, IntStream coordinates) {
    this.name = name;
    this.coordinates = coordinates.toArray();
  }

  /** The coordinates of slices of a vector that begins at {@code offset} of the point. */
  static CoordinateGroup of(String name, List<Slice> slices, int offset) {
    return new CoordinateGroup(
        name,
        slices.stream()
            .flatMapToInt(slice -> IntStream.range(offset + slice.offset(), offset + slice.end())));
  }

  String name() {
    return name;
  }

  int size() {
    return coordinates.length;
  }

  /** Euclidean norm of these coordinates of a vector. */
  double norm(double[] vector) {
    double sum = 0;
    for (int i : coordinates) {
      sum += vector[i] * vector[i];
    }
    return Math.sqrt(sum);
  }

  /** Inner product over these coordinates. */
  double inner(double[] one, double[] other) {
    double sum = 0;
    for (int i : coordinates) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** A copy of a point, moved along a direction in these coordinates only, in single precision. */
  double[] moved(double[] point, double step, double[] direction) {
    double[] moved = point.clone();
    for (int i : coordinates) {
      moved[i] = (float) (point[i] + step * direction[i]);
    }
    return moved;
  }
}
