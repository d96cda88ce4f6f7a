package org.simplexity.method.bilevel;

/** A problem whose inner optimisation a test can bring to its end. */
interface SolvableProblem extends BilevelProblem {
  /** The minimum of L in w that belongs to h, from a start near it. */
  double[] solution(double[] hyperparameters, double[] start);
}
