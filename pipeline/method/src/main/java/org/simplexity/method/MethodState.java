package org.simplexity.method;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All numbers that a method needs to go on bit for bit: named arrays of double precision.
 *
 * <p>Single-precision vectors are widened, which loses nothing.
 */
public final class MethodState {
  private final Map<String, double[]> arrays;

  /**
   * Copies the arrays.
   *
   * @param arrays array by name
   */
  public MethodState(Map<String, double[]> arrays) {
    Map<String, double[]> copy = new LinkedHashMap<>();
    arrays.forEach((name, array) -> copy.put(name, array.clone()));
    this.arrays = copy;
  }

  /** A copy of all arrays by name. */
  public Map<String, double[]> arrays() {
    return new MethodState(arrays).arrays;
  }

  /**
   * A copy of one array.
   *
   * @param name name
   * @throws IllegalArgumentException if there is none of that name
   */
  public double[] array(String name) {
    double[] array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "state has no array \"%s\"; it has %s".formatted(name, arrays.keySet()));
    }
    return array.clone();
  }
}
