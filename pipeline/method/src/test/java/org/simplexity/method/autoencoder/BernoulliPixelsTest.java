package org.simplexity.method.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The likelihood of pixels. */
class BernoulliPixelsTest {
  @Test
  void isTheMeanCrossEntropyOfImages() {
    double[] logits = {0.4, -1.2, 3, 0};
    float[] pixels = {1, 0, 0.25f, 0.5f};
    double expected = 0;
    for (int i = 0; i < 4; i++) {
      double p = 1 / (1 + Math.exp(-logits[i]));
      expected -= pixels[i] * Math.log(p) + (1 - pixels[i]) * Math.log(1 - p);
    }
    assertThat(BernoulliPixels.crossEntropy(logits, pixels, 2, new double[4]))
        .isCloseTo(expected / 2, within(1e-12));
  }

  @Test
  void isFiniteAtHugeLogitsWithTheLimitsOfItsGradient() {
    double[] gradient = new double[4];
    double loss =
        BernoulliPixels.crossEntropy(
            new double[] {800, -800, 800, -800}, new float[] {1, 0, 0, 1}, 1, gradient);
    assertThat(loss).isEqualTo(1600);
    assertThat(gradient).containsExactly(0, 0, 1, -1);
  }

  @Test
  void theGradientIsTheDifference() {
    double[] logits = {0.4, -1.2, 3, 0};
    float[] pixels = {1, 0, 0.25f, 0.5f};
    double[] gradient = new double[4];
    BernoulliPixels.crossEntropy(logits, pixels, 2, gradient);
    for (int i = 0; i < 4; i++) {
      double[] ends = new double[2];
      for (int side = 0; side < 2; side++) {
        double[] moved = logits.clone();
        moved[i] += (2 * side - 1) * 1e-6;
        ends[side] = BernoulliPixels.crossEntropy(moved, pixels, 2, new double[4]);
      }
      assertThat(gradient[i]).isCloseTo((ends[1] - ends[0]) / 2e-6, within(1e-9));
    }
  }
}
