package org.simplexity.method.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Score;
import org.simplexity.method.Stripes;
import org.simplexity.method.weights.FamilyMember;
import org.simplexity.method.weights.FamilySettings;
import org.simplexity.space.PlainNetworks;

class PruningStudyTest {
  private static final LabelledImages IMAGES = Stripes.images();

  /** 36 weights and 3 biases a unit; two units, three classes. */
  private static final Network NETWORK = PlainNetworks.perceptron(new Shape(1, 6, 6), 2, 3);

  private static List<PruningCurve> curves(FamilyMember member, PruningSettings settings) {
    try (PruningStudy study =
        new PruningStudy(
            member, IMAGES, FamilySettings.defaults(), settings, new Conditions(1, new Seed(2)))) {
      return study.run();
    }
  }

  private static PruningSettings settings(PruningCriterion criterion, Double... removed) {
    return new PruningSettings(
        List.of(criterion),
        PruningScope.PER_LAYER,
        List.of(removed),
        FineTuningSettings.defaults());
  }

  @Test
  void withoutWeightsTheGreatestBiasAnswersEveryImage() {
    float[] weights = new float[NETWORK.parameterCount()];
    Arrays.fill(weights, 0.3f);
    int bias = NETWORK.parameters().slice("classifier.dense_1.bias").offset();
    weights[bias + 1] = 2;
    PruningCurve curve =
        curves(FamilyMember.points(NETWORK, weights), settings(PruningCriterion.MAGNITUDE, 1.0))
            .get(0);
    // Twenty of sixty images are of class 1; logits are 0.3, 2 and 0.3.
    double wrong = Math.log(2 * Math.exp(0.3) + Math.exp(2));
    assertThat(curve.points().get(0).score().accuracy()).isEqualTo(1.0 / 3);
    assertThat(curve.points().get(0).score().loss())
        .isCloseTo(wrong - (0.3 + 2 + 0.3) / 3, within(1e-6));
  }

  @Test
  void densityOfAGaussianComparesTheMeanWithItsDeviation() {
    float[] means = new float[NETWORK.parameterCount()];
    float[] logs = new float[means.length];
    Arrays.fill(means, 1);
    means[0] = 3;
    logs[0] = 2;
    double[] importance =
        PruningCriterion.DENSITY.importance(
            FamilyMember.gaussian(NETWORK, means, logs), new Seed(0).generator());
    assertThat(importance[0]).isCloseTo(9 / (2 * Math.exp(4)), within(1e-12));
    assertThat(importance[1]).isEqualTo(0.5);
    double[] magnitude =
        PruningCriterion.MAGNITUDE.importance(
            FamilyMember.gaussian(NETWORK, means, logs), new Seed(0).generator());
    assertThat(magnitude[0]).isEqualTo(9);
  }

  @Test
  void densityOfAPointIsItsMagnitude() {
    float[] weights = new float[NETWORK.parameterCount()];
    weights[5] = -2;
    double[] importance =
        PruningCriterion.DENSITY.importance(
            FamilyMember.points(NETWORK, weights), new Seed(0).generator());
    assertThat(importance[5]).isEqualTo(4);
    assertThat(importance[4]).isZero();
  }

  @Test
  void chanceDependsOnTheSeedAlone() {
    PruningSettings settings = settings(PruningCriterion.RANDOM, 0.0, 0.5);
    FamilyMember member = FamilyMember.points(NETWORK, fresh());
    assertThat(curves(member, settings)).isEqualTo(curves(member, settings));
  }

  private static float[] fresh() {
    double[] initial = NETWORK.initialParameters(new Seed(3).generator());
    float[] weights = new float[initial.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) initial[i];
    }
    return weights;
  }

  @Test
  void removableIsTheGreatestShareBeforeTheFirstThatLosesTooMuch() {
    PruningCurve curve =
        new PruningCurve(
            PruningCriterion.DENSITY,
            List.of(
                new PruningCurve.Point(0, new Score(0, 0.95)),
                new PruningCurve.Point(0.5, new Score(0, 0.94)),
                new PruningCurve.Point(0.7, new Score(0, 0.90)),
                new PruningCurve.Point(0.9, new Score(0, 0.96))));
    assertThat(curve.removable(0.01)).isEqualTo(0.5);
    assertThat(curve.removable(0.1)).isEqualTo(0.9);
    assertThat(curve.removable(0)).isZero();
  }

  @Test
  void refusesSharesThatAreNoneOrDoNotIncrease() {
    assertThatThrownBy(() -> settings(PruningCriterion.RANDOM, 0.5, 1.2))
        .hasMessage("removed 1.2 must lie in 0..1");
    assertThatThrownBy(() -> settings(PruningCriterion.RANDOM, 0.5, 0.5))
        .hasMessage("removed [0.5, 0.5] must increase, but 0.5 follows 0.5");
  }
}
