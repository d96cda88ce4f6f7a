package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;
import org.simplexity.method.bilevel.FirstOrder;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.method.bilevel.Neumann;
import org.simplexity.method.bilevel.OuterGradient;
import org.simplexity.method.bilevel.Unrolled;

/**
 * Estimates that settings alone turn the generalised problem into, each against the algorithm that
 * is written for it (lecture on structure selection, "properties of the problem").
 */
class EvidenceSpecialCasesTest {
  private static final double[] TRUTH = {1.5, -0.7, 0.4};
  private static final OuterGradient EXACT =
      new ConjugateGradients(60, 1e-10, 0, DifferenceStep.doublePrecision());
  private static final QuasiNewton SOLVED = QuasiNewton.defaults();

  private static Regression correlated(long seed) {
    return Regression.correlated(20, TRUTH, 0.8, new Random(seed));
  }

  private static double[] start(int weights) {
    double[] theta = new double[2 * weights];
    Arrays.fill(theta, weights, 2 * weights, -1);
    return theta;
  }

  private static TwoLevelResult run(BilevelProblem problem, OuterGradient gradient, double rate) {
    TwoLevelSettings settings = new TwoLevelSettings(4000, rate, 1e-8, 12);
    return new TwoLevelOptimisation(SOLVED, gradient, settings)
        .run(problem, start(problem.weights() / 2), new double[problem.hyperparameters()]);
  }

  @Test
  void withoutAPriorInsideThePointIsThatOfLeastSquares() {
    Regression regression = correlated(1);
    LevelWeights levels = LevelWeights.evidence().withInnerPrior(0);
    EvidenceProblem problem =
        Regression.problem(
            new PointWeights(3),
            WeightPrior.shared(3),
            Likelihoods.same(regression.likelihood()),
            levels);
    assertThat(SOLVED.improve(problem, new double[3], new double[] {2}))
        .containsExactly(regression.leastSquares(), within(1e-7));
  }

  @Test
  void withoutAPriorInsideTheGaussianContractsToLeastSquares() {
    Regression regression = correlated(1);
    LevelWeights levels = LevelWeights.evidence().withInnerPrior(0);
    double[] theta =
        SOLVED.improve(
            regression.gaussian(WeightPrior.shared(3), regression, levels),
            start(3),
            new double[] {2});
    assertThat(Arrays.copyOf(theta, 3)).containsExactly(regression.leastSquares(), within(1e-6));
    assertThat(Arrays.stream(theta, 3, 6).max().orElseThrow()).isLessThan(-9);
  }

  /** The mean of a mean field is exact, its variances are 1 / Λ_ii of the posterior precision Λ. */
  @Test
  void withAllWeightsOneTheInnerOptimumIsTheMeanFieldOfTheExactPosterior() {
    Regression regression = correlated(2);
    double[] h = {0.5, -1, 1};
    EvidenceProblem problem =
        regression.gaussian(WeightPrior.perWeight(3), regression, LevelWeights.evidence());
    double[] theta = SOLVED.improve(problem, start(3), h);
    RealMatrix precision = regression.posteriorPrecision(h);
    assertThat(Arrays.copyOf(theta, 3)).containsExactly(regression.posteriorMean(h), within(1e-7));
    for (int i = 0; i < 3; i++) {
      assertThat(Math.exp(-2 * theta[3 + i])).isCloseTo(precision.getEntry(i, i), within(1e-5));
    }
    double bound = -problem.inner(theta, h, GradientTarget.WEIGHTS).value();
    assertThat(bound).isLessThan(regression.logEvidence(h));
  }

  @ParameterizedTest
  @MethodSource("outerGradients")
  void withAllWeightsOneTheOuterOptimumMaximisesTheEvidence(OuterGradient gradient) {
    Regression regression = Regression.orthogonal(20, TRUTH, 0.5, new Random(3));
    EvidenceProblem problem =
        regression.gaussian(WeightPrior.perWeight(3), regression, LevelWeights.evidence());
    TwoLevelResult result = run(problem, gradient, 0.5);
    double[] h = result.hyperparameters();
    assertThat(result.converged()).isTrue();
    assertThat(h).containsExactly(regression.mackay(), within(1e-5));
    assertThat(-problem.outer(result.weights(), h, GradientTarget.WEIGHTS).value())
        .isCloseTo(regression.logEvidence(h), within(1e-8));
  }

  static Stream<OuterGradient> outerGradients() {
    return Stream.of(
        new FirstOrder(),
        Unrolled.ofRate(0.005),
        new Neumann(20, 0.005, DifferenceStep.doublePrecision()),
        EXACT);
  }

  @Test
  void alternatingSingleStepsReachTheSameEvidence() {
    Regression regression = Regression.orthogonal(20, TRUTH, 0.5, new Random(3));
    EvidenceProblem problem =
        regression.gaussian(WeightPrior.perWeight(3), regression, LevelWeights.evidence());
    TwoLevelSettings settings = new TwoLevelSettings(20_000, 0.02, 1e-9, 12);
    TwoLevelResult result =
        new TwoLevelOptimisation(new GradientDescent(1, 0.01), new FirstOrder(), settings)
            .run(problem, start(3), new double[3]);
    assertThat(result.hyperparameters()).containsExactly(regression.mackay(), within(1e-5));
  }

  /** L of θ and h together, as one vector. */
  private record OneLevel(EvidenceProblem problem) implements BilevelProblem {
    @Override
    public int weights() {
      return problem.weights() + problem.hyperparameters();
    }

    @Override
    public int hyperparameters() {
      return 0;
    }

    @Override
    public Gradients inner(double[] joint, double[] none, GradientTarget target) {
      double[] theta = Arrays.copyOf(joint, problem.weights());
      double[] h = Arrays.copyOfRange(joint, problem.weights(), joint.length);
      Gradients both = problem.inner(theta, h, GradientTarget.BOTH);
      double[] slope = Arrays.copyOf(both.weights(), joint.length);
      System.arraycopy(both.hyperparameters(), 0, slope, theta.length, h.length);
      return new Gradients(both.value(), slope, new double[0]);
    }

    @Override
    public Gradients outer(double[] joint, double[] none, GradientTarget target) {
      return inner(joint, none, target);
    }
  }

  private static double[] oneLevel(EvidenceProblem problem) {
    double[] joint = Arrays.copyOf(start(3), problem.weights() + problem.hyperparameters());
    return SOLVED.improve(new OneLevel(problem), joint, new double[0]);
  }

  private static double[] twoLevels(EvidenceProblem problem, OuterGradient gradient) {
    TwoLevelResult result = run(problem, gradient, 0.3);
    double[] joint = Arrays.copyOf(result.weights(), problem.weights() + problem.hyperparameters());
    System.arraycopy(
        result.hyperparameters(), 0, joint, problem.weights(), problem.hyperparameters());
    return joint;
  }

  @ParameterizedTest
  @MethodSource("outerGradients")
  void whereTheRatioOfQIsThePriorWeightOfLTwoLevelsAreOne(OuterGradient gradient) {
    Regression regression = correlated(4);
    LevelWeights levels =
        LevelWeights.evidence().withOuterLikelihood(2).withOuterPrior(1).withInnerPrior(0.5);
    EvidenceProblem problem = regression.gaussian(WeightPrior.perWeight(3), regression, levels);
    assertThat(twoLevels(problem, gradient)).containsExactly(oneLevel(problem), within(1e-5));
  }

  @Test
  void whereItIsNotTwoLevelsAreNotOne() {
    Regression regression = correlated(4);
    LevelWeights levels = LevelWeights.evidence().withOuterPrior(2);
    EvidenceProblem problem = regression.gaussian(WeightPrior.perWeight(3), regression, levels);
    double[] one = oneLevel(problem);
    double[] two = twoLevels(problem, EXACT);
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - two[i]));
    }
    assertThat(largest).isGreaterThan(0.01);
  }

  private static double maximum(DoubleUnaryOperator function, double low, double high) {
    double best = low;
    double width = high - low;
    while (width > 1e-7) {
      double centre = best;
      for (int i = -100; i <= 100; i++) {
        double at = Math.max(low, Math.min(high, centre + i * width / 100));
        best = function.applyAsDouble(at) > function.applyAsDouble(best) ? at : best;
      }
      width /= 50;
    }
    return best;
  }

  @Test
  void withThePriorInsideOnlyHyperparametersMaximiseTheLikelihoodOfValidation() {
    double[] truth = {0.8, -0.5, 0.3, 0, 0};
    Random random = new Random(6);
    Regression train = Regression.correlated(9, truth, 1, random);
    Regression validation = Regression.correlated(60, truth, 1, random);
    EvidenceProblem problem =
        train.gaussian(
            WeightPrior.shared(5), validation, LevelWeights.evidence().withOuterPrior(0));
    DoubleUnaryOperator direct =
        a -> {
          double[] h = new double[5];
          Arrays.fill(h, a);
          RealMatrix precision = train.posteriorPrecision(h);
          double[] variances = new double[5];
          for (int i = 0; i < 5; i++) {
            variances[i] = 1 / precision.getEntry(i, i);
          }
          return validation.expectedLogLikelihood(train.posteriorMean(h), variances);
        };
    double best = maximum(direct, -6, 6);
    assertThat(best).as("an optimum inside").isBetween(-3.0, 5.0);
    TwoLevelResult result = run(problem, EXACT, 0.05);
    assertThat(result.hyperparameters()[0]).isCloseTo(best, within(1e-4));
    assertThat(
            -problem
                .outer(result.weights(), result.hyperparameters(), GradientTarget.WEIGHTS)
                .value())
        .isCloseTo(direct.applyAsDouble(best), within(1e-7));
  }

  @Test
  void risingAndFallingOuterPriorsLowerAndRaiseComplexityStepByStep() {
    Regression train = correlated(7);
    Regression validation = correlated(8);
    double[] theta = start(3);
    double[] h = {0};
    double before = Double.POSITIVE_INFINITY;
    double[] fallen = new double[4];
    List<Double> priors = List.of(0.25, 0.5, 1.0, 2.0);
    TwoLevelOptimisation optimisation =
        new TwoLevelOptimisation(SOLVED, EXACT, new TwoLevelSettings(2000, 0.1, 1e-7, 12));
    for (int i = 0; i < 7; i++) {
      int index = i < 4 ? i : 6 - i;
      EvidenceProblem problem =
          train.gaussian(
              WeightPrior.shared(3),
              validation,
              LevelWeights.evidence().withOuterPrior(priors.get(index)));
      TwoLevelResult result = optimisation.run(problem, theta, h);
      theta = result.weights();
      h = result.hyperparameters();
      double complexity = problem.complexity(theta, h);
      if (i < 4) {
        assertThat(complexity).isLessThan(before);
        fallen[index] = complexity;
      } else {
        assertThat(complexity).isGreaterThan(before).isCloseTo(fallen[index], within(1e-5));
      }
      before = complexity;
    }
  }
}
