package org.simplexity.method.ensemble;

import org.simplexity.method.family.PiecewiseLinearLogits;

/**
 * First parameters of a hypernetwork of diversity for which ⟨α*, softmax(h(t))⟩ = t at every knot:
 * on the edges of α* its operation has the share t/Λ, the others have the rest in proportion to the
 * γ of the search; the other edges have that γ. Shares are kept at least {@value #LEAST} from 0 and
 * 1, where softmax is flat.
 *
 * @param optimum α* with the γ of its search
 * @param map h
 */
record WarmStart(OptimalStructure optimum, PiecewiseLinearLogits map) {
  static final double LEAST = 0.01;

  double[] parameters() {
    double[] parameters = new double[map.parameterCount()];
    for (int knot = 0; knot < map.knots().size(); knot++) {
      double share = map.knots().get(knot) / optimum.edges();
      double[] logits = logits(Math.min(1 - LEAST, Math.max(LEAST, share)));
      System.arraycopy(logits, 0, parameters, knot * logits.length, logits.length);
    }
    return parameters;
  }

  private double[] logits(double share) {
    double[] gamma = optimum.gamma();
    double[] ones = optimum.ones();
    int operations = optimum.layout().operations().size();
    double[] logits = new double[gamma.length];
    for (int start = 0; start < gamma.length; start += operations) {
      double others = 0;
      boolean chosen = false;
      for (int i = start; i < start + operations; i++) {
        chosen |= ones[i] > 0;
        others += ones[i] > 0 ? 0 : floored(gamma[i]);
      }
      double rest = chosen ? (1 - share) / others : 1;
      for (int i = start; i < start + operations; i++) {
        logits[i] = Math.log(ones[i] > 0 ? share : rest * floored(gamma[i]));
      }
    }
    return logits;
  }

  private static double floored(double share) {
    return Math.max(LEAST / 10, share);
  }
}
