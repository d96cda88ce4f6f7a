package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.method.distribution.GumbelSoftmax;
import org.simplexity.method.distribution.KullbackLeibler;
import org.simplexity.method.distribution.SoftmaxPoint;
import org.simplexity.space.family.FamilyLikelihood;
import org.simplexity.space.family.GaussianLikelihood;
import org.simplexity.space.family.LogLikelihood;
import org.simplexity.space.family.Observations;
import org.simplexity.space.family.PolynomialExample;

/** Both losses of the generalised problem against central differences. */
class EvidenceGradientTest {
  private static final int WEIGHTS = PolynomialExample.family().weights();

  static LogLikelihood data(long seed) {
    Observations observations =
        new PolynomialExample(List.of(0.2, 1.0, -0.5), 0.3).draw(12, new Random(seed));
    return new FamilyLikelihood(
        PolynomialExample.family(), new GaussianLikelihood(0.3), observations);
  }

  private static EvidenceProblem problem(
      WeightPosterior posterior, EdgeStructure edge, Noise noise) {
    StructureModel structure = new StructureModel(List.of(edge));
    List<StructureReference> references =
        List.of(
            new StructureReference(0.3, List.of(1.0, 0.0, -1.0)),
            new StructureReference(2, List.of(0.0, 0.0, 0.0)));
    return new EvidenceProblem(
        new EvidenceModel(posterior, WeightPrior.perWeight(WEIGHTS), temperature -> structure),
        new Likelihoods(data(1), data(2)),
        new LevelWeights(new LevelWeights.Outer(1.5, 0.6, references), 0.8, 1),
        noise);
  }

  private static EdgeStructure point() {
    return new EdgeStructure.Learned(new SoftmaxPoint(3), new CategoricalDivergence());
  }

  private static EdgeStructure drawn() {
    return new EdgeStructure.Learned(
        new GumbelSoftmax(3, 0.7),
        new DensityDivergence(new GumbelSoftmax(3, 0.9), new KullbackLeibler(3)));
  }

  static Stream<EvidenceProblem> problems() {
    Seed seed = new Seed(3);
    return Stream.of(
        problem(new PointWeights(WEIGHTS), point(), new Noiseless(seed)),
        problem(new GaussianWeights(WEIGHTS), point(), new AntitheticNoise(2, seed)),
        problem(new GaussianWeights(WEIGHTS), drawn(), new AntitheticNoise(2, seed)),
        problem(new GaussianWeights(WEIGHTS), drawn(), new CubatureNoise(seed)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void gradientsAreCentralDifferences(EvidenceProblem problem) {
    Random random = new Random(5);
    double[] theta = random.doubles(problem.weights(), -1, 0.5).toArray();
    double[] h = random.doubles(problem.hyperparameters(), -1, 1).toArray();
    Gradients inner = problem.inner(theta, h, GradientTarget.BOTH);
    Gradients outer = problem.outer(theta, h, GradientTarget.BOTH);
    GradientTarget any = GradientTarget.STRUCTURE;
    assertClose(inner.weights(), theta, t -> problem.inner(t, h, any).value());
    assertClose(inner.hyperparameters(), h, g -> problem.inner(theta, g, any).value());
    assertClose(outer.weights(), theta, t -> problem.outer(t, h, any).value());
    assertClose(outer.hyperparameters(), h, g -> problem.outer(theta, g, any).value());
  }

  private static void assertClose(
      double[] gradient, double[] point, ToDoubleFunction<double[]> loss) {
    double step = 1e-5;
    for (int i = 0; i < point.length; i++) {
      double[] above = point.clone();
      double[] below = point.clone();
      above[i] += step;
      below[i] -= step;
      double difference = (loss.applyAsDouble(above) - loss.applyAsDouble(below)) / (2 * step);
      assertThat(gradient[i])
          .as("coordinate %d", i)
          .isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void equalArgumentsGiveEqualBitsAndOnlyWhatIsAskedFor(EvidenceProblem problem) {
    double[] theta = new Random(1).doubles(problem.weights(), -1, 0).toArray();
    double[] h = new double[problem.hyperparameters()];
    Gradients first = problem.inner(theta, h, GradientTarget.WEIGHTS);
    Gradients second = problem.inner(theta, h, GradientTarget.WEIGHTS);
    assertThat(first.value()).isEqualTo(second.value());
    assertThat(first.weights()).containsExactly(second.weights());
    assertThat(first.hyperparameters()).isEmpty();
    assertThat(problem.outer(theta, h, GradientTarget.STRUCTURE).weights()).isEmpty();
  }

  @Test
  void distributionsOfTheStructureAreThoseOfTheTemperature() {
    List<Double> temperatures = new ArrayList<>();
    EvidenceModel model =
        new EvidenceModel(
            new PointWeights(WEIGHTS),
            new FixedPrecision(WEIGHTS, 0),
            temperature -> {
              temperatures.add(temperature);
              return new StructureModel(List.of(new EdgeStructure.Fixed(List.of(0.2, 0.3, 0.5))));
            });
    EvidenceProblem problem =
        new EvidenceProblem(
            model,
            Likelihoods.same(data(1)),
            LevelWeights.evidence().withTemperature(0.3),
            new Noiseless(new Seed(1)));
    assertThat(temperatures).containsExactly(0.3);
    assertThat(problem.structure().centre(new double[0])).containsExactly(0.2, 0.3, 0.5);
    assertThat(problem.hyperparameters()).isZero();
  }

  @Test
  void aModelThatDoesNotFitItsDataIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> problem(new PointWeights(5), point(), new Noiseless(new Seed(1))))
        .withMessageContaining("prior of 13 weights must be of 5");
    EvidenceProblem problem =
        problem(new PointWeights(WEIGHTS), point(), new Noiseless(new Seed(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> problem.inner(new double[15], new double[16], GradientTarget.BOTH))
        .withMessage("theta of length 15 must have length 16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> problem.outer(new double[16], new double[3], GradientTarget.BOTH))
        .withMessage("h of length 3 must have length 16");
  }

  @Test
  void weightsOfTheProblemAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LevelWeights.evidence().withInnerPrior(-1))
        .withMessage("inner_prior -1.0 must be at least 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LevelWeights.evidence().withTemperature(0))
        .withMessage("temperature 0.0 must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LevelWeights.evidence().withOuterPrior(Double.NaN))
        .withMessage("likelihood 1.0 and prior NaN must be at least 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StructureReference(-2, List.of()))
        .withMessage("weight -2.0 of a reference must be at least 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LearnedPrecision(List.of(0, 2)))
        .withMessage("group 2 must lie in 0..1, without gaps");
  }
}
