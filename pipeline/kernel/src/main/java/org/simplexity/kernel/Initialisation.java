package org.simplexity.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** First values of flat vectors; He et al. 2015 with PyTorch's a = √5. */
final class Initialisation {
  private Initialisation() {}

  static double[] parameters(Layout layout, RandomGenerator random) {
    double[] vector = new double[layout.length()];
    double bound = 1;
    for (Slice slice : layout.slices()) {
      if (slice.kind() == Slice.Kind.WEIGHT) {
        bound = 1 / Math.sqrt(fanIn(slice.shape()));
      }
      fill(vector, slice, bound, random);
    }
    return vector;
  }

  static double[] statistics(Layout layout) {
    double[] vector = new double[layout.length()];
    for (Slice slice : layout.slices()) {
      if (slice.kind() == Slice.Kind.VARIANCE) {
        Arrays.fill(vector, slice.offset(), slice.end(), 1);
      }
    }
    return vector;
  }

  /** A bias follows the weights of its own layer, so {@code bound} is that layer's. */
  private static void fill(double[] vector, Slice slice, double bound, RandomGenerator random) {
    switch (slice.kind()) {
      case WEIGHT, BIAS -> {
        for (int i = slice.offset(); i < slice.end(); i++) {
          vector[i] = bound * (2 * random.nextDouble() - 1);
        }
      }
      case SCALE -> Arrays.fill(vector, slice.offset(), slice.end(), 1);
      default -> Arrays.fill(vector, slice.offset(), slice.end(), 0);
    }
  }

  private static double fanIn(List<Integer> shape) {
    return shape.stream().skip(1).mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }
}
