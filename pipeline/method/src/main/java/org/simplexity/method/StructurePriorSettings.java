package org.simplexity.method;

import jakarta.validation.constraints.Positive;

/**
 * Prior of the structure: on every edge a symmetric Dirichlet distribution (structure search with
 * Dirichlet priors, "weak, varying and strong regularisation").
 *
 * <p>It adds to what the structure minimises weight · Σₑ −ln Dir(γₑ; α) for points and hard draws,
 * and weight · Σₑ KL(q(γₑ) ‖ Dir(α)) for distributions with a density. The loss beside it is a mean
 * over images, in nats.
 *
 * @param strength how α runs over the epochs, or that there is no prior
 * @param weight λ
 * @param concentration α over the epochs where strength is {@code custom}
 */
public record StructurePriorSettings(
    PriorStrength strength, @Positive double weight, AnnealingSettings concentration) {
  private static final double STRONG = 1e-30;

  /** No prior; a weight of 0.01 once there is one. */
  public static StructurePriorSettings defaults() {
    return new StructurePriorSettings(PriorStrength.NONE, 0.01, AnnealingSettings.constant(1));
  }

  /** The same weight with another strength. */
  public StructurePriorSettings withStrength(PriorStrength other) {
    return new StructurePriorSettings(other, weight, concentration);
  }

  /** Whether there is a prior. */
  boolean isOn() {
    return strength != PriorStrength.NONE;
  }

  /** α in an epoch, counted from 1; without a prior the constant density's 1. */
  double concentration(int epoch, int epochs) {
    AnnealingSettings course =
        switch (strength) {
          case NONE, WEAK -> AnnealingSettings.constant(1);
          case VARYING -> AnnealingSettings.geometric(1, STRONG);
          case STRONG -> AnnealingSettings.constant(STRONG);
          case CUSTOM -> concentration;
        };
    return course.value(epoch, epochs);
  }
}
