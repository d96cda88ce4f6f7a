package org.simplexity.method;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a claimed gradient is from differences of the loss.
 *
 * @param byGroup relative error of the slope along its own gradient by group of coordinates: 0 is
 *     agreement, 0.17 a gradient 20 % too large, 2 the worst there is
 * @param leftOut groups whose slope is too small to be measured
 */
public record GradientErrors(Map<String, Double> byGroup, int leftOut) {
  /** Copies the errors, in order. */
  public GradientErrors {
    byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
  }

  /** The largest error of all groups; not a number if none was measured. */
  public double largest() {
    return byGroup.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  /** These and others, which have groups of other names. */
  GradientErrors and(GradientErrors other) {
    Map<String, Double> all = new LinkedHashMap<>(byGroup);
    all.putAll(other.byGroup);
    return new GradientErrors(all, leftOut + other.leftOut);
  }
}
