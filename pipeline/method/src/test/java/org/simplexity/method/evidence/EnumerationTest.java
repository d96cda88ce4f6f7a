package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;
import org.simplexity.method.distribution.SoftmaxPoint;
import org.simplexity.space.family.FamilyLikelihood;
import org.simplexity.space.family.GaussianLikelihood;
import org.simplexity.space.family.LogLikelihood;
import org.simplexity.space.family.PolynomialExample;

/**
 * Full enumeration: large λ_struct^Q toward the distribution of one vertex after another brings the
 * search to every submodel of the polynomial example.
 */
class EnumerationTest {
  private static final int SUBMODELS = 3;
  private static final double NOISE = 1;
  private final LogLikelihood data =
      new FamilyLikelihood(
          PolynomialExample.family(),
          new GaussianLikelihood(NOISE),
          new PolynomialExample(List.of(0.5, 1.5, -1.0), NOISE).draw(20, new Random(3)));

  private EvidenceProblem problem(EdgeStructure edge, List<StructureReference> references) {
    StructureModel structure = new StructureModel(List.of(edge));
    return new EvidenceProblem(
        new EvidenceModel(
            new PointWeights(data.weights()),
            new FixedPrecision(data.weights(), 0),
            temperature -> structure),
        Likelihoods.same(data),
        LevelWeights.evidence().withOuterPrior(0).withReferences(references),
        new Noiseless(new Seed(1)));
  }

  private static StructureReference vertex(int submodel) {
    List<Double> logits = new ArrayList<>(Collections.nCopies(SUBMODELS, 0.0));
    logits.set(submodel, 20.0);
    return new StructureReference(1e3, logits);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everySubmodelIsReachedAndIsAsGoodAsTrainedAlone(int submodel) {
    EdgeStructure learned =
        new EdgeStructure.Learned(new SoftmaxPoint(SUBMODELS), new CategoricalDivergence());
    EvidenceProblem problem = problem(learned, List.of(vertex(submodel)));
    TwoLevelResult result =
        new TwoLevelOptimisation(
                QuasiNewton.defaults(),
                new ConjugateGradients(60, 1e-8, 1e-6, DifferenceStep.doublePrecision()),
                new TwoLevelSettings(300, 0.02, 1e-6, 40))
            .run(problem, new double[problem.weights()], new double[problem.hyperparameters()]);
    double[] theta = result.weights();
    double[] h = result.hyperparameters();
    double[] gamma =
        problem.structure().centre(Arrays.copyOfRange(theta, data.weights(), theta.length));
    double[] reached = new double[SUBMODELS];
    reached[submodel] = 1;
    assertThat(gamma).containsExactly(reached, within(1e-3));

    List<Double> given = Arrays.stream(reached).boxed().toList();
    EvidenceProblem alone = problem(new EdgeStructure.Fixed(given), List.of());
    double[] weights =
        QuasiNewton.defaults().improve(alone, new double[data.weights()], new double[0]);
    assertThat(problem.inner(theta, h, GradientTarget.WEIGHTS).value())
        .isCloseTo(
            alone.inner(weights, new double[0], GradientTarget.WEIGHTS).value(), within(1e-2));
  }
}
