package org.simplexity.method;

/**
 * L2 terms with a precision of its own for every weight, learned on the validation split: the train
 * loss gets Σ exp(a_i) w_i² (structure search with Dirichlet priors, "L and Q").
 *
 * @param learn whether there are such terms, beside {@code weights.weight_decay}
 * @param initial first value of all log precisions a_i; ln(weight_decay / 2) makes the terms equal
 *     to that weight decay
 * @param optimiser optimiser of the log precisions
 */
public record PrecisionSettings(boolean learn, double initial, OptimiserSettings optimiser) {
  /** No such terms; once they are learned, from e⁻⁹ ≈ 1.2e-4 by Adam with a rate of 0.01. */
  public static PrecisionSettings defaults() {
    return new PrecisionSettings(
        false,
        -9,
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.01, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
  }
}
