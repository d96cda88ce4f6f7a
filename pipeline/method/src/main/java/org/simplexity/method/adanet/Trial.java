package org.simplexity.method.adanet;

/** A candidate with the mixture weights of the ensemble that were fitted to it. */
final class Trial {
  private final Member member;
  private final double[] mixture;
  private final double objective;
  private final double accuracy;

  Trial(Member member, double[] mixture, double objective, double accuracy) {
    this.member = member;
    this.mixture = mixture;
    this.objective = objective;
    this.accuracy = accuracy;
  }

  Member member() {
    return member;
  }

  /** Weights of all members and, last, of the candidate. */
  double[] mixture() {
    return mixture.clone();
  }

  /** F. */
  double objective() {
    return objective;
  }

  AdaNetRow row(boolean chosen) {
    Member.Origin origin = member.origin();
    return new AdaNetRow(
        origin.iteration(),
        origin.deeper(),
        origin.depth(),
        objective,
        member.complexity(),
        mixture[mixture.length - 1],
        accuracy,
        chosen);
  }
}
