package org.simplexity.method.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.Score;
import org.simplexity.method.Stripes;
import org.simplexity.method.robustness.PixelScale;
import org.simplexity.space.PlainNetworks;

class FamilyTrainingTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final Network NETWORK = PlainNetworks.perceptron(new Shape(1, 6, 6), 16, 3);
  private static final List<Double> KNOTS = List.of(0.01, 0.1, 1.0);

  @TempDir private Path folder;

  private static FamilySettings settings(FamilyModel model, int epochs, int samples) {
    return new FamilySettings(
        FamilyNetwork.defaults(),
        PixelScale.NORMALISED,
        model,
        ObjectiveKind.L1,
        KNOTS,
        LambdaDistribution.LOG_UNIFORM,
        samples,
        WeightPriorSettings.defaults(),
        -3,
        epochs,
        epochs,
        15,
        false,
        false,
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.02, 0, 0.9, 0.999, 0, 0, 1, ScheduleSettings.constant()));
  }

  private static FamilyTraining training(FamilySettings settings, int threads) {
    return new FamilyTraining(
        NETWORK, IMAGES, settings, 0.01, new Conditions(threads, new Seed(3)));
  }

  @ParameterizedTest
  @EnumSource(FamilyModel.class)
  void everyModelLearnsToTellStripesApartAtASmallLambda(FamilyModel model) {
    try (FamilyTraining training = training(settings(model, 40, 1), 2)) {
      for (int epoch = 1; epoch <= 40; epoch++) {
        training.epoch(epoch);
      }
      assertThat(training.test().get(0.01).accuracy()).isGreaterThan(0.8);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FamilyModel.class,
      names = {"BASE", "VAR_LINEAR", "REP_PIECEWISE"})
  void goesOnBitForBitFromAStateOnAnyNumberOfThreads(FamilyModel model) {
    FamilySettings settings = settings(model, 3, 2);
    try (FamilyTraining undisturbed = training(settings, 2);
        FamilyTraining stopped = training(settings, 1);
        FamilyTraining resumed = training(settings, 1)) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      resumed.epoch(2);
      assertThat(resumed.epoch(3)).isEqualTo(undisturbed.epoch(3));
      assertThat(resumed.test()).isEqualTo(undisturbed.test());
    }
  }

  @Test
  void scoresAHypernetworkAtEveryKnotAndAPlainModelAtItsLambda() {
    try (FamilyTraining family = training(settings(FamilyModel.REP_LINEAR, 1, 1), 1);
        FamilyTraining plain = training(settings(FamilyModel.REP, 1, 1), 1)) {
      assertThat(family.epoch(1).byLambda()).containsOnlyKeys(KNOTS);
      assertThat(plain.epoch(1).byLambda()).containsOnlyKeys(0.01);
    }
  }

  @Test
  void strongPenaltiesShrinkTheMeansOfAHypernetworkMoreThanWeakOnes() {
    try (FamilyTraining training = training(settings(FamilyModel.VAR_PIECEWISE, 40, 1), 2)) {
      for (int epoch = 1; epoch <= 40; epoch++) {
        training.epoch(epoch);
      }
      WeightFamily family = training.family();
      assertThat(square(family.at(1).means())).isLessThan(square(family.at(0.01).means()));
    }
  }

  private static double square(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum;
  }

  @Test
  void aFamilyReadBackHasTheSameWeightsAtEveryLambda() throws IOException {
    try (FamilyTraining training = training(settings(FamilyModel.VAR_LINEAR, 1, 1), 2)) {
      training.epoch(1);
      WeightFamily family = training.family();
      Path file = folder.resolve("family.npz");
      family.write(file);
      WeightFamily read = WeightFamily.read(file, NETWORK, FamilyModel.VAR_LINEAR, KNOTS);
      for (double lambda : new double[] {0.01, 0.07, 1, 5}) {
        assertThat(read.at(lambda).means()).containsExactly(family.at(lambda).means());
        assertThat(read.at(lambda).logDeviations())
            .containsExactly(family.at(lambda).logDeviations())
            .hasSize(NETWORK.parameterCount());
      }
    }
  }

  @Test
  void aFamilyOfAnotherNetworkOrModelIsRefused() throws IOException {
    try (FamilyTraining training = training(settings(FamilyModel.BASE, 1, 1), 1)) {
      Path file = folder.resolve("family.npz");
      training.family().write(file);
      Network other = PlainNetworks.perceptron(new Shape(1, 6, 6), 17, 3);
      assertThatThrownBy(() -> WeightFamily.read(file, other, FamilyModel.BASE, KNOTS))
          .hasMessageContaining("is of another network or model")
          .hasMessageContaining("shape [17, 36] was expected, it has shape [16, 36]");
      assertThatThrownBy(() -> WeightFamily.read(file, NETWORK, FamilyModel.VAR, KNOTS))
          .hasMessageContaining("log_deviation.0.")
          .hasMessageContaining("there is none");
    }
  }

  @Test
  void oneLambdaHasTheWeightsOfItsTrainingAtEveryLambda() {
    try (FamilyTraining training = training(settings(FamilyModel.BASE, 1, 1), 1)) {
      Map<Double, Score> before = training.test();
      WeightFamily family = training.family();
      assertThat(family.at(0.01).means()).containsExactly(family.at(7).means());
      assertThat(training.test()).isEqualTo(before);
    }
  }
}
