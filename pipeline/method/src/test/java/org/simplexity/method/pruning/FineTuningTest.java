package org.simplexity.method.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.Stripes;
import org.simplexity.method.weights.FamilyMember;
import org.simplexity.method.weights.FamilySettings;
import org.simplexity.space.PlainNetworks;

class FineTuningTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final Network NETWORK = PlainNetworks.perceptron(new Shape(1, 6, 6), 8, 3);
  private static final Conditions CONDITIONS = new Conditions(1, new Seed(2));
  private static final FamilySettings FITTED = settings();

  private static FamilySettings settings() {
    FamilySettings defaults = FamilySettings.defaults();
    return new FamilySettings(
        defaults.network(),
        defaults.pixels(),
        defaults.model(),
        defaults.objective(),
        defaults.knots(),
        defaults.distribution(),
        1,
        defaults.prior(),
        -3,
        1,
        1,
        10,
        true,
        false,
        defaults.optimiser());
  }

  private static float[] weights() {
    double[] first = NETWORK.initialParameters(new Seed(7).generator());
    float[] weights = new float[first.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) first[i];
    }
    return weights;
  }

  private static PruningMask mask(double share) {
    return PruningMask.of(
        NETWORK,
        PruningCriterion.MAGNITUDE.importance(
            FamilyMember.points(NETWORK, weights()), new Seed(0).generator()),
        PruningScope.PER_LAYER,
        share);
  }

  private static float[] tuned(int epochs, PruningMask mask) {
    FineTuningSettings settings =
        new FineTuningSettings(
            epochs,
            new OptimiserSettings(
                OptimiserKind.ADAM, 0.01, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant()));
    try (FineTuning tuning = new FineTuning(NETWORK, IMAGES, FITTED, settings, CONDITIONS)) {
      return tuning.run(weights(), mask);
    }
  }

  private static double loss(float[] weights) {
    try (PruningStudy study =
        new PruningStudy(
            FamilyMember.points(NETWORK, weights),
            IMAGES,
            FITTED,
            PruningSettings.defaults(),
            CONDITIONS)) {
      return study.score(weights).loss();
    }
  }

  @Test
  void removedWeightsStayZeroAndTheOthersLearn() {
    PruningMask mask = mask(0.5);
    float[] after = tuned(20, mask);
    assertThat(mask.indices()).isNotEmpty().allMatch(i -> after[i] == 0);
    float[] before = mask.apply(weights());
    assertThat(loss(after)).isLessThan(0.5 * loss(before));
    int moved = 0;
    for (int i = 0; i < after.length; i++) {
      moved += after[i] != before[i] ? 1 : 0;
    }
    assertThat(moved).isGreaterThan((after.length - mask.count()) / 2);
  }

  @Test
  void noEpochsOnlyRemove() {
    PruningMask mask = mask(0.5);
    assertThat(tuned(0, mask)).isEqualTo(mask.apply(weights()));
  }

  @Test
  void equalSeedsGiveEqualWeights() {
    assertThat(tuned(2, mask(0.3))).isEqualTo(tuned(2, mask(0.3)));
  }
}
