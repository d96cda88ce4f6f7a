package org.simplexity.method.adanet;

import java.util.List;

/**
 * Mixture weights w of fixed members h_j: F(w) = (1/m) Σ_i Φ(Σ_j w_j h_j(x_i), y_i) + Σ_j c_j
 * |w_j|, c_j = λ r(h_j) + β (Cortes et al. 2017, eq. 5), with Φ the cross-entropy of the softmax,
 * which is convex in w as the paper's binary surrogates are.
 */
final class MixtureProblem {
  private static final int MOST_STEPS = 500;
  private static final double TOLERANCE = 1e-7;
  private static final double GROWTH = 1.5;

  private final List<Logits> members;
  private final int[] labels;
  private final double[] penalties;

  /**
   * A problem; nothing is copied.
   *
   * @param members logits of the members on the same images
   * @param labels classes of the images
   * @param penalties c of each member
   */
  MixtureProblem(List<Logits> members, int[] labels, double[] penalties) {
    this.members = members;
    this.labels = labels;
    this.penalties = penalties;
  }

  /** F(w). */
  double objective(double[] weights) {
    double sum = loss(weights);
    for (int j = 0; j < weights.length; j++) {
      sum += penalties[j] * Math.abs(weights[j]);
    }
    return sum;
  }

  /** Mean of Φ. */
  double loss(double[] weights) {
    return Logits.mixture(members, weights).score(labels).loss();
  }

  /** ∂ mean Φ/∂w_j = (1/m) Σ_i ⟨p_i − y_i, h_j(x_i)⟩. */
  double[] gradient(double[] weights) {
    Logits errors = Logits.mixture(members, weights).errors(labels);
    double[] gradient = new double[weights.length];
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = errors.inner(members.get(j)) / labels.length;
    }
    return gradient;
  }

  /**
   * Minimises F by proximal gradient steps with backtracking (Beck and Teboulle 2009, §2), none of
   * which raises it; a weight that does not pay for its penalty is exactly 0.
   *
   * @param start weights to start from
   */
  double[] fit(double[] start) {
    double[] weights = start.clone();
    double rate = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      double loss = loss(weights);
      double[] gradient = gradient(weights);
      double[] next = proximal(weights, gradient, rate);
      while (!majorised(weights, next, gradient, loss, rate)) {
        rate /= 2;
        next = proximal(weights, gradient, rate);
      }
      double moved = distance(weights, next);
      weights = next;
      rate *= GROWTH;
      if (moved < TOLERANCE) {
        return weights;
      }
    }
    return weights;
  }

  private double[] proximal(double[] weights, double[] gradient, double rate) {
    double[] next = new double[weights.length];
    for (int j = 0; j < next.length; j++) {
      double moved = weights[j] - rate * gradient[j];
      next[j] = Math.signum(moved) * Math.max(0, Math.abs(moved) - rate * penalties[j]);
    }
    return next;
  }

  private boolean majorised(
      double[] weights, double[] next, double[] gradient, double loss, double rate) {
    double bound = loss;
    for (int j = 0; j < next.length; j++) {
      double move = next[j] - weights[j];
      bound += gradient[j] * move + move * move / (2 * rate);
    }
    return loss(next) <= bound + Math.ulp(bound) || rate < TOLERANCE * TOLERANCE;
  }

  private static double distance(double[] one, double[] other) {
    double largest = 0;
    for (int j = 0; j < one.length; j++) {
      largest = Math.max(largest, Math.abs(one[j] - other[j]));
    }
    return largest;
  }
}
