package org.simplexity.method.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.method.robustness.image.Pixels;

class FastGradientSignTest {
  private static final ImageShape SHAPE = new ImageShape(1, 4, 4);
  private static final double STEP = 0.1;
  private static final PixelScale.Standard STANDARD =
      new PixelScale.Standard(List.of(0.4), List.of(0.25));

  @Test
  void stepsAlongTheSignOfTheGradientOfALinearNetworkOfTwoClasses() {
    // of logits w₀·x, w₁·x and label 0: ∂loss/∂x = p₁ (w₁ − w₀); of label 1 its negative
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 4, 4));
    Network network = builder.build(builder.dense(builder.input(), 2));
    TrainedNetwork trained = Specimens.fresh(network, new Seed(5));
    float[] weights = trained.weights();
    int offset = network.parameters().slices().get(0).offset();
    LabelledPixels images = Specimens.images(SHAPE, 5, 2, new Seed(6));
    try (Examination examination = new Examination(STANDARD, settings(2))) {
      Specimen specimen = new Specimen(trained, images);
      List<Pixels> attacked =
          new FastGradientSign(examination).disturb(specimen, STEP, new Seed(0)).images().images();
      for (int image = 0; image < images.size(); image++) {
        int towards = images.labels().get(image) == 0 ? 1 : -1;
        for (int i = 0; i < SHAPE.size(); i++) {
          double sign = towards * Math.signum(weights[offset + 16 + i] - weights[offset + i]);
          double expected = images.images().get(image).at(i) + STEP * sign;
          assertThat(attacked.get(image).at(i))
              .isCloseTo(Math.min(1, Math.max(0, expected)), within(1e-12));
        }
      }
    }
  }

  @Test
  void theGradientIsThatOfPixelsNotOfWhatTheNetworkReads() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 4, 4));
    Network network =
        builder.build(builder.dense(builder.relu(builder.dense(builder.input(), 6)), 3));
    TrainedNetwork trained = Specimens.fresh(network, new Seed(9));
    Specimen specimen = new Specimen(trained, Specimens.images(SHAPE, 1, 3, new Seed(10)));
    try (Examination examination = new Examination(STANDARD, settings(1))) {
      Pixels gradient = examination.of(specimen).get(0);
      Pixels image = specimen.images().images().get(0);
      for (int i = 0; i < SHAPE.size(); i++) {
        double slope = (loss(trained, image, i, 1e-3) - loss(trained, image, i, -1e-3)) / 2e-3;
        assertThat(gradient.at(i)).isCloseTo(slope, within(2e-3));
      }
    }
  }

  /** The loss of label 0 by the formulas of a perceptron, one pixel moved. */
  private static double loss(TrainedNetwork trained, Pixels image, int pixel, double by) {
    float[] w = trained.weights();
    double[] logits = new double[3];
    for (int hidden = 0; hidden < 6; hidden++) {
      double sum = w[6 * 16 + hidden];
      for (int i = 0; i < 16; i++) {
        double value = image.at(i) + (i == pixel ? by : 0);
        sum += w[hidden * 16 + i] * (value - 0.4) / 0.25;
      }
      for (int k = 0; k < 3; k++) {
        logits[k] += Math.max(0, sum) * w[6 * 17 + k * 6 + hidden];
      }
    }
    double total = 0;
    for (int k = 0; k < 3; k++) {
      logits[k] += w[6 * 17 + 18 + k];
      total += Math.exp(logits[k]);
    }
    return Math.log(total) - logits[0];
  }

  private static PlanSettings settings(int batch) {
    return PlanSettings.defaults(batch).withThreads(1);
  }
}
