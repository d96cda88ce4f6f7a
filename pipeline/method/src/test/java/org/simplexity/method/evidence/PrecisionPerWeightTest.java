package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;

/**
 * The term exp(a_i) w_i² in L with a learned on Q (structure search with Dirichlet priors): point
 * weights without a prior in Q.
 */
class PrecisionPerWeightTest {
  private static final double[] TRUTH = {1.2, 0, -0.8, 0, 0, 0};
  private static final double RATE = 0.2;
  private static final int STEPS = 300;

  private final Random random = new Random(9);
  private final Regression train = Regression.correlated(12, TRUTH, 1, random);
  private final Regression validation = Regression.correlated(80, TRUTH, 1, random);

  /** −log p(y_val | X_val, w(a)) of the ridge estimate w(a), up to a constant. */
  private double direct(double[] logPrecisions) {
    RealVector weights = new ArrayRealVector(train.posteriorMean(logPrecisions));
    RealVector error = validation.targets().subtract(validation.design().operate(weights));
    return error.dotProduct(error) / (2 * validation.deviation() * validation.deviation());
  }

  private double[] descended() {
    double[] a = new double[TRUTH.length];
    for (int step = 0; step < STEPS; step++) {
      double[] next = a.clone();
      for (int i = 0; i < a.length; i++) {
        double[] above = a.clone();
        double[] below = a.clone();
        above[i] += 1e-5;
        below[i] -= 1e-5;
        next[i] -= RATE * (direct(above) - direct(below)) / 2e-5;
      }
      a = next;
    }
    return a;
  }

  @Test
  void isLearnedAsByDescentOnTheLossOfTheSolvedRidgeRegression() {
    EvidenceProblem problem =
        Regression.problem(
            new PointWeights(TRUTH.length),
            WeightPrior.perWeight(TRUTH.length),
            new Likelihoods(train.likelihood(), validation.likelihood()),
            LevelWeights.evidence().withOuterPrior(0));
    TwoLevelResult result =
        new TwoLevelOptimisation(
                QuasiNewton.defaults(),
                new ConjugateGradients(40, 1e-10, 0, DifferenceStep.doublePrecision()),
                new TwoLevelSettings(STEPS, RATE, 0, 50))
            .run(problem, new double[TRUTH.length], new double[TRUTH.length]);
    double[] expected = descended();
    assertThat(result.hyperparameters()).containsExactly(expected, within(1e-4));
    assertThat(result.weights()).containsExactly(train.posteriorMean(expected), within(1e-4));
    assertThat(direct(expected)).as("better than at first").isLessThan(direct(new double[6]) - 1);
  }
}
