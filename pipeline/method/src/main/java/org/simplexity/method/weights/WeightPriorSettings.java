package org.simplexity.method.weights;

import jakarta.validation.constraints.Positive;

/**
 * The prior p(w) = N(0, A⁻¹) of variational weights.
 *
 * @param deviation standard deviation of every weight, A = deviation⁻² I
 * @param relevance whether precisions are determined automatically instead (ARD): A is diagonal,
 *     and each a_i is the one at which the divergence of its weight is least, 1 / (m² + σ²)
 */
public record WeightPriorSettings(@Positive double deviation, boolean relevance) {
  /** N(0, I). */
  public static WeightPriorSettings defaults() {
    return new WeightPriorSettings(1, false);
  }
}
