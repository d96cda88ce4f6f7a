package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.simplexity.space.family.PolynomialExample.CONSTANT;
import static org.simplexity.space.family.PolynomialExample.ELEVEN_FEATURES;
import static org.simplexity.space.family.PolynomialExample.ONE_FEATURE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;
import org.simplexity.method.distribution.SoftmaxPoint;
import org.simplexity.space.family.PolynomialExample;

/** The lecture's last example over settings of the generalised problem. */
class PolynomialSelectionTest {
  private static PolynomialSelection.Choice choice(
      List<Double> truth, double noise, LevelWeights levels) {
    return new PolynomialSelection(
            new PolynomialExample(truth, noise), 20, new SoftmaxPoint(3), new Seed(4))
        .choose(
            levels,
            new ConjugateGradients(60, 1e-6, 1e-6, DifferenceStep.doublePrecision()),
            new TwoLevelSettings(50, 0.2, 1e-4, 20));
  }

  @Test
  void theEvidenceChoosesTheSimplestSubmodelThatExplainsTheData() {
    LevelWeights evidence = LevelWeights.evidence();
    assertThat(choice(List.of(0.0, 1.0), 0.5, evidence).winner()).isEqualTo(ONE_FEATURE);
    assertThat(choice(List.of(0.6), 0.5, evidence).winner()).isEqualTo(CONSTANT);
    assertThat(choice(List.of(0.5, 2.0, 0.0, -4.0), 0.2, evidence).winner())
        .isEqualTo(ELEVEN_FEATURES);
  }

  @Test
  void aLargerPriorWeightOfQChoosesALessComplexModel() {
    double before = Double.POSITIVE_INFINITY;
    for (double prior : new double[] {0, 1, 10}) {
      double complexity =
          choice(List.of(0.6), 0.5, LevelWeights.evidence().withOuterPrior(prior)).complexity();
      assertThat(complexity).as("prior %s", prior).isLessThan(before);
      before = complexity;
    }
  }

  @Test
  void underAStrongPriorInsideALargerOneOutsideFallsBackToTheConstant() {
    List<Double> cubic = List.of(0.5, 2.0, 0.0, -4.0);
    LevelWeights levels = LevelWeights.evidence().withInnerPrior(10);
    assertThat(choice(cubic, 0.2, levels.withOuterPrior(0)).winner()).isEqualTo(ELEVEN_FEATURES);
    assertThat(choice(cubic, 0.2, levels.withOuterPrior(10)).winner()).isEqualTo(CONSTANT);
  }

  @Test
  void aStrongReferenceOverrulesTheEvidence() {
    for (int submodel : new int[] {ONE_FEATURE, ELEVEN_FEATURES, CONSTANT}) {
      List<Double> logits = new ArrayList<>(Collections.nCopies(3, 0.0));
      logits.set(submodel, 8.0);
      LevelWeights levels =
          LevelWeights.evidence().withReferences(List.of(new StructureReference(100, logits)));
      assertThat(choice(List.of(0.0, 1.0), 0.5, levels).winner()).isEqualTo(submodel);
    }
  }
}
