package org.simplexity.space.family;

/** log p(y | X, w, Γ) of a data set as a function of weights and structure. */
public interface LogLikelihood {
  /** Length of w. */
  int weights();

  /** Length of γ. */
  int structure();

  /**
   * The sum over all examples with its gradients.
   *
   * @param weights w
   * @param structure γ
   */
  At at(double[] weights, double[] structure);

  /** A log likelihood with its gradients. */
  final class At {
    private final double value;
    private final double[] weights;
    private final double[] structure;

    /**
     * Takes the arrays over.
     *
     * @param value log p
     * @param weights ∂w
     * @param structure ∂γ
     */
    public At(double value, double[] weights, double[] structure) {
      this.value = value;
      this.weights = weights;
      this.structure = structure;
    }

    /** log p(y | X, w, Γ), in nats. */
    public double value() {
      return value;
    }

    /** ∂w itself, not to be changed. */
    public double[] weights() {
      return weights;
    }

    /** ∂γ itself, not to be changed. */
    public double[] structure() {
      return structure;
    }
  }
}
