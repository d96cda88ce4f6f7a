package org.simplexity.method.weights;

import org.simplexity.kernel.vector.GaussianVector.Penalty;

/**
 * What is added to the mean cross-entropy so that N times the loss is −L1(λ), −L2(λ) or −L3(λ) up
 * to a constant, N the number of training images.
 *
 * <p>The signs of the penalties follow the method; in equations 3 and 6 of the document they are
 * misprinted.
 *
 * @param weights kind of weights
 * @param kind where λ enters for variational weights
 * @param prior prior of variational weights
 * @param images N
 */
record Objective(WeightKind weights, ObjectiveKind kind, WeightPriorSettings prior, int images) {
  static Objective of(FamilySettings settings, int images) {
    return new Objective(
        settings.model().weights(), settings.objective(), settings.prior(), images);
  }

  /** The penalty at λ. */
  Penalty penalty(double lambda) {
    double share = lambda / images;
    if (weights != WeightKind.VAR) {
      return new Penalty(2 * share, 0, false);
    }
    if (prior.relevance()) {
      return new Penalty(0, share, true);
    }
    double precision = 1 / (prior.deviation() * prior.deviation());
    return switch (kind) {
      case L1 -> new Penalty(share * precision, share, false);
      case L2 -> new Penalty(share * precision, 1.0 / images, false);
    };
  }
}
