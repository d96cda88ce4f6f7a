package org.simplexity.method.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.method.Score;

/**
 * What an epoch of a fitting showed.
 *
 * @param train mean over its steps, each at the λ and the draw of that step
 * @param byLambda score of the means at each λ on the validation split, which may have been trained
 *     on
 * @param gaps distance from the only minimum at each λ; empty unless it was asked for
 * @param learningRate learning rate
 */
public record FamilyEpoch(
    Score train, Map<Double, Score> byLambda, Map<Double, OptimumGap> gaps, double learningRate) {
  /** Copies the maps in their order. */
  public FamilyEpoch {
    byLambda = Collections.unmodifiableMap(new LinkedHashMap<>(byLambda));
    gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
  }
}
