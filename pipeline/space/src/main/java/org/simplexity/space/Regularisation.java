package org.simplexity.space;

/**
 * What a discrete network has for its training only (Liu et al. 2019, §3.2).
 *
 * @param auxiliaryWeight weight of the loss of an auxiliary head on the second reduction cell; 0
 *     for no head
 * @param dropPath whether every edge but an identity may be dropped, example by example
 */
public record Regularisation(double auxiliaryWeight, boolean dropPath) {
  /** Checks the weight. */
  public Regularisation {
    if (!(auxiliaryWeight >= 0 && Double.isFinite(auxiliaryWeight))) {
      throw new IllegalArgumentException(
          "auxiliary weight " + auxiliaryWeight + " is not a number of at least 0");
    }
  }

  /** Neither an auxiliary head nor drop-path. */
  public static Regularisation none() {
    return new Regularisation(0, false);
  }
}
