package org.simplexity.method.robustness;

import java.util.List;

/**
 * A disturbance with the levels at which it is measured.
 *
 * @param perturbation disturbance
 * @param levels rising levels above 0, at least one
 */
public record Trial(Perturbation perturbation, List<Double> levels) {
  /** Copies the levels. */
  public Trial {
    levels = List.copyOf(levels);
  }
}
