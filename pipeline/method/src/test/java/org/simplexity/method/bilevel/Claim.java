package org.simplexity.method.bilevel;

import java.util.stream.Stream;
import org.simplexity.kernel.GradientTarget;

/**
 * A method with the function whose gradient it claims to give: h ↦ Q(w̃(h), h).
 *
 * @param method outer gradient
 * @param response w̃: how the weights answer to h
 */
record Claim(OuterGradient method, Response response) {
  /** How weights answer to hyperparameters. */
  interface Response {
    double[] weights(SolvableProblem problem, double[] weights, double[] hyperparameters);
  }

  private static final double RATE = 0.3;

  static Stream<Claim> all() {
    DifferenceStep step = DifferenceStep.doublePrecision();
    return Stream.of(
        new Claim(new FirstOrder(), (problem, w, h) -> w),
        new Claim(new Unrolled(RATE, 1e-3), Claim::descent),
        new Claim(new Neumann(2000, RATE, step), (problem, w, h) -> problem.solution(h, w)),
        new Claim(
            new ConjugateGradients(100, 1e-10, 0, step),
            (problem, w, h) -> problem.solution(h, w)));
  }

  private static double[] descent(BilevelProblem problem, double[] w, double[] h) {
    return FlatAlgebra.plus(w, -RATE, problem.inner(w, h, GradientTarget.WEIGHTS).weights());
  }

  /** The gradient by central differences of the function itself. */
  double[] differences(SolvableProblem problem, double[] weights, double[] hyperparameters) {
    double step = 1e-5;
    double[] gradient = new double[hyperparameters.length];
    for (int i = 0; i < gradient.length; i++) {
      double[] unit = new double[gradient.length];
      unit[i] = step;
      gradient[i] =
          (value(problem, weights, FlatAlgebra.plus(hyperparameters, 1, unit))
                  - value(problem, weights, FlatAlgebra.plus(hyperparameters, -1, unit)))
              / (2 * step);
    }
    return gradient;
  }

  double value(SolvableProblem problem, double[] weights, double[] h) {
    return problem.outer(response.weights(problem, weights, h), h, GradientTarget.BOTH).value();
  }

  @Override
  public String toString() {
    return method.getClass().getSimpleName();
  }
}
