package org.simplexity.method.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleKind;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.Stripes;
import org.simplexity.method.robustness.PixelScale;

/**
 * The theorem of the document: where the minimum is unique and the fitted objective tends to it, a
 * continuous criterion of removal tends to its value there.
 */
class PruningTheoremTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final FamilyNetwork LINEAR = new FamilyNetwork(FamilyNetwork.Kind.LINEAR, 1);
  private static final Network NETWORK = LINEAR.build(new Shape(1, 6, 6), 3);
  private static final List<Double> KNOTS = List.of(1.0, 10.0);
  private static final int EPOCHS = 1000;

  private static FamilySettings settings(FamilyNetwork network, FamilyModel model) {
    return new FamilySettings(
        network,
        PixelScale.NORMALISED,
        model,
        ObjectiveKind.L1,
        KNOTS,
        LambdaDistribution.KNOTS,
        1,
        WeightPriorSettings.defaults(),
        -3,
        EPOCHS,
        EPOCHS,
        IMAGES.prepared().train().size(),
        false,
        true,
        new OptimiserSettings(
            OptimiserKind.ADAM,
            0.02,
            0,
            0.9,
            0.999,
            0,
            0,
            0,
            new ScheduleSettings(ScheduleKind.COSINE, 0, 10, 0.1)));
  }

  private static FamilyTraining training(FamilyModel model) {
    return new FamilyTraining(
        NETWORK, IMAGES, settings(LINEAR, model), 10, new Conditions(1, new Seed(3)));
  }

  @Test
  void theCriterionTendsToItsValueAtTheMinimum() {
    for (FamilyModel model : List.of(FamilyModel.BASE, FamilyModel.BASE_PIECEWISE)) {
      try (FamilyTraining training = training(model)) {
        assertThat(training.optimumErrors().values()).allMatch(error -> error < 1e-3);
        Map<Double, OptimumGap> first = training.epoch(1).gaps();
        for (int epoch = 2; epoch < EPOCHS; epoch++) {
          training.epoch(epoch);
        }
        Map<Double, OptimumGap> last = training.epoch(EPOCHS).gaps();
        assertThat(last).hasSize(model == FamilyModel.BASE ? 1 : 2);
        last.forEach(
            (lambda, gap) -> {
              assertThat(gap.objective())
                  .as(model + " at " + lambda)
                  .isBetween(-1e-9, 1e-3 * first.get(lambda).objective());
              assertThat(gap.criterion())
                  .as(model + " at " + lambda)
                  .isLessThan(0.03 * first.get(lambda).criterion());
            });
      }
    }
  }

  @Test
  void aStrongerPenaltyDrawsTheMinimumNearerToZero() {
    float[] zero = new float[NETWORK.parameterCount()];
    WeightFamily nothing = new WeightFamily(NETWORK, FamilyModel.BASE, KNOTS, List.of(zero));
    try (UniqueOptima optima = optima(settings(LINEAR, FamilyModel.BASE))) {
      Map<Double, OptimumGap> gaps = optima.gaps(nothing);
      // At w = 0 the objective is log 3 for every λ, and at its minimum positive.
      assertThat(gaps.get(10.0).objective()).isPositive();
      assertThat(gaps.get(1.0).objective())
          .isGreaterThan(gaps.get(10.0).objective())
          .isLessThan(Math.log(3));
      assertThat(gaps.get(1.0).criterion()).isGreaterThan(gaps.get(10.0).criterion());
    }
  }

  @Test
  void batchesThatDoNotDivideTheImagesGiveTheSameMinimum() {
    FamilySettings whole = settings(LINEAR, FamilyModel.BASE);
    FamilySettings sevens =
        new FamilySettings(
            LINEAR,
            whole.pixels(),
            whole.model(),
            whole.objective(),
            KNOTS,
            whole.distribution(),
            1,
            whole.prior(),
            -3,
            1,
            1,
            7,
            false,
            true,
            whole.optimiser());
    float[] zero = new float[NETWORK.parameterCount()];
    WeightFamily nothing = new WeightFamily(NETWORK, FamilyModel.BASE, KNOTS, List.of(zero));
    assertThat(IMAGES.prepared().train().size() % 7).isNotZero();
    try (UniqueOptima expected = optima(whole);
        UniqueOptima found = optima(sevens)) {
      assertThat(found.gaps(nothing).get(1.0).objective())
          .isCloseTo(expected.gaps(nothing).get(1.0).objective(), within(1e-10));
    }
  }

  private static UniqueOptima optima(FamilySettings settings) {
    return new UniqueOptima(
        NETWORK,
        IMAGES,
        IMAGES.prepared().train(),
        settings,
        new Conditions(1, new Seed(3)),
        KNOTS);
  }

  @Test
  void aNetworkWithSeveralMinimaIsRefused() {
    assertThatThrownBy(() -> settings(FamilyNetwork.defaults(), FamilyModel.BASE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected network.kind linear");
    assertThatThrownBy(() -> settings(LINEAR, FamilyModel.VAR))
        .hasMessageContaining("base_piecewise, got");
  }
}
