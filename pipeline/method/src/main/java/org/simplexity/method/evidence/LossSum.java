package org.simplexity.method.evidence;

import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.Gradients;

/** A weighted sum of terms with its gradients, built up term by term. */
final class LossSum {
  private double value;
  private final double[] theta;
  private final double[] hyperparameters;

  LossSum(int theta, int hyperparameters) {
    this.theta = new double[theta];
    this.hyperparameters = new double[hyperparameters];
  }

  /**
   * Adds factor · (term, ∂term/∂θ from a start on); nothing for a factor of 0, even of infinity.
   */
  void add(double factor, double term, int start, double[] gradient) {
    if (factor == 0) {
      return;
    }
    value += factor * term;
    for (int i = 0; i < gradient.length; i++) {
      theta[start + i] += factor * gradient[i];
    }
  }

  /** Adds factor · ∂term/∂h from a start on. */
  void addPrior(double factor, int start, double[] gradient) {
    if (factor == 0) {
      return;
    }
    for (int i = 0; i < gradient.length; i++) {
      hyperparameters[start + i] += factor * gradient[i];
    }
  }

  double value() {
    return value;
  }

  Gradients gradients(GradientTarget target) {
    return new Gradients(
        value,
        target.weights() ? theta : new double[0],
        target.structure() ? hyperparameters : new double[0]);
  }
}
