package org.simplexity.method.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;

/** Fitting on images of four patterns, which a code of 2 bits tells apart. */
class AutoencoderTrainingTest {
  private static final LabelledImages IMAGES = Patterns.images();

  @TempDir private Path folder;

  private static AutoencoderTraining training(AutoencoderSettings settings, int threads) {
    return new AutoencoderTraining(IMAGES, settings, new Conditions(threads, new Seed(3)));
  }

  private static Assessment fitted(AutoencoderTraining training, int epochs) {
    for (int epoch = 1; epoch <= epochs; epoch++) {
      training.epoch(epoch);
    }
    return training.test();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fittingRaisesTheBoundOfImagesNotSeen(boolean relevance) {
    try (AutoencoderTraining training = training(Settings.of(4, relevance, 60), 2)) {
      assertThat(training.test().elbo().value()).as("no code yet: −36 log 2").isLessThan(-24);
      Assessment after = fitted(training, 60);
      assertThat(after.elbo().value()).isBetween(-12.0, -8.0);
      assertThat(after.active()).isBetween(1, 4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void goesOnBitForBitFromAStateOnAnyNumberOfThreads(boolean relevance) {
    AutoencoderSettings settings = Settings.of(3, relevance, 3);
    try (AutoencoderTraining undisturbed = training(settings, 2);
        AutoencoderTraining stopped = training(settings, 1);
        AutoencoderTraining resumed = training(settings, 1)) {
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
  void aHeavyDivergenceLeavesNoUnitActive() {
    try (AutoencoderTraining training = training(Settings.of(4, false, 1, 100, 60), 2)) {
      Assessment after = fitted(training, 60);
      assertThat(after.active()).isZero();
      assertThat(after.elbo().divergence()).isLessThan(0.01);
    }
  }

  @Test
  void aHeavyDivergenceOfTheFactorsMakesEveryUnitIrrelevant() {
    try (AutoencoderTraining weak = training(Settings.of(4, true, 1, 1, 100), 2);
        AutoencoderTraining strong = training(Settings.of(4, true, 1e5, 1, 100), 2)) {
      assertThat(fitted(weak, 100).units())
          .anySatisfy(unit -> assertThat(unit.density()).isLessThan(0.01));
      assertThat(fitted(strong, 100).units())
          .allSatisfy(unit -> assertThat(unit.density()).isGreaterThan(0.5));
    }
  }

  @Test
  void whatIsMinimisedHasTheTermsOfTheBoundWithTheirWeights() {
    try (AutoencoderTraining training = training(Settings.of(2, true, 7, 3, 1), 1)) {
      AutoencoderEpoch epoch = training.epoch(1);
      Elbo elbo = epoch.train();
      assertThat(elbo.relevance()).isPositive();
      assertThat(epoch.loss())
          .isCloseTo(
              elbo.reconstruction() + 3 * elbo.divergence() + 7 * elbo.relevance(), within(1e-9));
      assertThat(epoch.validation().elbo().relevance()).isZero();
      double parts = epoch.validation().units().stream().mapToDouble(LatentUnit::divergence).sum();
      assertThat(parts).isCloseTo(epoch.validation().elbo().divergence(), within(1e-9));
    }
  }

  @Test
  void picturesAreTestImagesTheirReconstructionsAndSamples() {
    try (AutoencoderTraining training = training(Settings.of(2, false, 40), 2)) {
      fitted(training, 40);
      List<float[]> originals = training.testImages(5);
      List<float[]> copies = training.reconstructions(5);
      assertThat(originals).hasSize(5);
      assertThat(originals.get(1)[7])
          .isEqualTo(IMAGES.prepared().test().pixel(1, 7) / 255f, within(1e-6f));
      assertThat(copies).hasSize(5).allSatisfy(AutoencoderTrainingTest::isImage);
      assertThat(training.samples(99)).hasSize(15).allSatisfy(AutoencoderTrainingTest::isImage);
      assertThat(training.samples(3).get(2)).isEqualTo(training.samples(3).get(2));
    }
  }

  private static void isImage(float[] pixels) {
    assertThat(pixels).hasSize(36);
    for (float pixel : pixels) {
      assertThat(pixel).isBetween(0f, 1f);
    }
  }

  @Test
  void theArchiveHoldsBothNetworksAndTheFactors() throws IOException {
    Path file = folder.resolve("weights.npz");
    try (AutoencoderTraining training = training(Settings.of(3, true, 1), 1)) {
      training.write(file);
      Map<String, NamedArray> arrays = NumpyArchive.read(file);
      assertThat(arrays.get("relevance.mean").values()).containsExactly(1, 1, 1);
      assertThat(arrays.get("relevance.log_deviation").values()).containsExactly(-3, -3, -3);
      assertThat(arrays.keySet()).filteredOn(name -> name.startsWith("encoder.")).hasSize(4);
      assertThat(arrays.keySet()).filteredOn(name -> name.startsWith("decoder.")).hasSize(4);
      int numbers = arrays.values().stream().mapToInt(array -> array.values().length).sum();
      assertThat(numbers)
          .isEqualTo(training.parameters())
          .isEqualTo((36 * 12 + 12) + (12 * 6 + 6) + (3 * 12 + 12) + (12 * 36 + 36) + 6);
    }
  }

  @Test
  void aBatchLargerThanTheTrainSplitIsRefused() {
    AutoencoderSettings small = Settings.of(2, false, 1);
    AutoencoderSettings large =
        new AutoencoderSettings(2, 4, false, 1, 1, 1, 91, small.optimiser());
    assertThatThrownBy(() -> training(large, 1))
        .hasMessageContaining("batch 91 is larger than the train split: 90 images");
  }
}
