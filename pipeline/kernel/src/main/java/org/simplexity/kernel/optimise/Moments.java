package org.simplexity.kernel.optimise;

import java.util.Map;
import org.simplexity.kernel.FlatVector;

/** Checks of lengths and of saved states that all rules share. */
final class Moments {
  private Moments() {}

  static void checkLength(FlatVector moment, FlatVector parameters, FlatVector gradient) {
    if (parameters.length() != moment.length() || gradient.length() != moment.length()) {
      throw new IllegalArgumentException(
          "parameters of length %d and a gradient of length %d do not fit a rule of length %d"
              .formatted(parameters.length(), gradient.length(), moment.length()));
    }
  }

  static double[] saved(Map<String, double[]> state, String name, int length) {
    double[] array = state.get(name);
    if (array == null || array.length != length) {
      throw new IllegalArgumentException(
          "state needs an array \"%s\" of length %d, got %s"
              .formatted(name, length, array == null ? "none" : "length " + array.length));
    }
    return array;
  }
}
