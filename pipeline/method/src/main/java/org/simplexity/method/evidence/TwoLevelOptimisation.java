package org.simplexity.method.evidence;

import org.simplexity.method.DivergedException;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.OuterGradient;

/**
 * Alternation of both levels: w is improved at fixed h, then h moves once along an outer gradient;
 * at the end w is improved once more.
 *
 * @param inner how w is improved: a few steps, or to convergence
 * @param gradient how dQ/dh crosses the inner optimisation
 * @param settings of the outer level
 */
public record TwoLevelOptimisation(
    InnerOptimiser inner, OuterGradient gradient, TwoLevelSettings settings) {
  /**
   * Runs from a start.
   *
   * @param problem losses
   * @param weights first w
   * @param hyperparameters first h
   * @throws DivergedException if an outer gradient is not finite
   */
  public TwoLevelResult run(BilevelProblem problem, double[] weights, double[] hyperparameters) {
    double[] h = hyperparameters.clone();
    double[] w = inner.improve(problem, weights, h);
    int step = 0;
    boolean converged = false;
    while (step < settings.steps() && !converged) {
      double[] next = moved(h, gradient.at(problem, w, h).hyperparameters());
      converged = distance(h, next) <= settings.rate() * settings.tolerance();
      h = next;
      w = inner.improve(problem, w, h);
      step++;
    }
    return new TwoLevelResult(w, h, step, converged);
  }

  private double[] moved(double[] h, double[] slope) {
    double[] next = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      if (!Double.isFinite(slope[i])) {
        throw new DivergedException(
            "outer gradient %s of hyperparameter %d at %s is not finite"
                .formatted(slope[i], i, h[i]));
      }
      double free = h[i] - settings.rate() * slope[i];
      next[i] = Math.max(-settings.limit(), Math.min(settings.limit(), free));
    }
    return next;
  }

  private static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
