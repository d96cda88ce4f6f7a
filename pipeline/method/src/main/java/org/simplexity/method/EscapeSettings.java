package org.simplexity.method;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Getting out of stationary points of the structure, in which strongly regularised searches stick
 * (structure search with Dirichlet priors, "planned").
 *
 * <p>An edge has stuck if its largest share exceeds {@code vertex} although another operation would
 * lower the validation loss by more than {@code gap}, to first order.
 *
 * @param remedy what is done
 * @param vertex largest share of an edge from which on it may have stuck
 * @param gap least fall of the loss, to first order, that a move to the best vertex promises
 * @param restarts most restarts of one edge
 * @param settle last epochs after which no edge is restarted
 * @param perturbation of {@code perturbation}: largest change of a structure parameter in the last
 *     epoch, growing from 0 in equal steps
 * @param ratio of {@code early-stop}: the structure is frozen when the mean eigenvalue of {@code
 *     window} epochs, {@code window} epochs ago, is less than this part of the mean of the last
 * @param window epochs of a mean
 * @param eigenvalueIterations products with the Hessian an epoch to estimate its dominant
 *     eigenvalue, each as dear as two structure gradients; 0 leaves it out
 */
public record EscapeSettings(
    EscapeRemedy remedy,
    @DecimalMin("0") @DecimalMax("1") double vertex,
    @PositiveOrZero double gap,
    @Min(1) int restarts,
    @Min(1) int settle,
    @Positive double perturbation,
    @DecimalMin("0") @DecimalMax("1") double ratio,
    @Min(1) int window,
    @Min(0) int eigenvalueIterations) {
  /** Checks that early stopping has an eigenvalue to go by. */
  public EscapeSettings {
    if (remedy == EscapeRemedy.EARLY_STOP && eigenvalueIterations == 0) {
      throw new IllegalArgumentException(
          "remedy early-stop needs eigenvalue_iterations of at least 1, not 0");
    }
  }

  /**
   * No remedy; a share of 0.95 and a gap of 0.01 nats make an edge stuck; window 5 and ratio 0.75
   * as in Zela et al. 2020, §5, perturbation 0.03 as in Chen and Hsieh 2020.
   */
  public static EscapeSettings defaults() {
    return new EscapeSettings(EscapeRemedy.NONE, 0.95, 0.01, 1, 2, 0.03, 0.75, 5, 0);
  }
}
