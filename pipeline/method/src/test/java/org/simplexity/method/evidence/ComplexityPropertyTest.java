package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;

/**
 * The statement of the lecture's homework: without references, a larger λ_prior^Q gives a smaller
 * KL(q(θ*)‖p(h*)), where the optima are unique and lie inside U.
 */
class ComplexityPropertyTest {
  private static final double LIMIT = 6;
  private static final double[] TRUTH = {1, -0.6, 0.3};

  private static TwoLevelResult optimum(EvidenceProblem problem) {
    return new TwoLevelOptimisation(
            QuasiNewton.defaults(),
            new ConjugateGradients(60, 1e-10, 0, DifferenceStep.doublePrecision()),
            new TwoLevelSettings(3000, 0.1, 1e-6, LIMIT))
        .run(problem, new double[] {0, 0, 0, -1, -1, -1}, new double[] {0});
  }

  private static boolean isInside(TwoLevelResult result) {
    return result.converged() && Math.abs(result.hyperparameters()[0]) < LIMIT;
  }

  @Property(tries = 10, seed = "20191120")
  void aLargerPriorWeightOfQGivesASmallerDivergence(
      @ForAll @IntRange(max = 10_000) int seed,
      @ForAll @DoubleRange(min = 0.05, max = 2) double smaller,
      @ForAll @DoubleRange(min = 1.2, max = 4) double factor) {
    Random random = new Random(seed);
    Regression train = Regression.correlated(12, TRUTH, 0.7, random);
    Regression validation = Regression.correlated(12, TRUTH, 0.7, random);
    LevelWeights levels = LevelWeights.evidence();
    EvidenceProblem weak =
        train.gaussian(WeightPrior.shared(3), validation, levels.withOuterPrior(smaller));
    EvidenceProblem strong =
        train.gaussian(WeightPrior.shared(3), validation, levels.withOuterPrior(smaller * factor));
    TwoLevelResult ofWeak = optimum(weak);
    TwoLevelResult ofStrong = optimum(strong);
    Assume.that(isInside(ofWeak) && isInside(ofStrong));
    assertThat(strong.complexity(ofStrong.weights(), ofStrong.hyperparameters()))
        .isLessThan(weak.complexity(ofWeak.weights(), ofWeak.hyperparameters()));
  }
}
