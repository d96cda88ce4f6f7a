package org.simplexity.method.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.data.ImageShape;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;

/** The bound and its gradients, in double precision. */
class AutoencoderTest {
  private static final ImageShape SHAPE = new ImageShape(1, 2, 3);
  private static final int IMAGES = 4;

  private static Autoencoder autoencoder(AutoencoderSettings settings, int batch) {
    PlanSettings plan = PlanSettings.defaults(batch).withPrecision(Precision.DOUBLE).withThreads(1);
    Autoencoder autoencoder = new Autoencoder(SHAPE, settings, IMAGES, plan);
    autoencoder.initialise(new Random(2));
    for (FittedVector vector : autoencoder.fitted()) {
      Random random = new Random(9);
      for (int i = 0; i < vector.values().length(); i++) {
        vector.values().set(i, vector.values().get(i) + 0.1 * random.nextGaussian());
      }
    }
    return autoencoder;
  }

  private static float[] pixels(int count) {
    Random random = new Random(4);
    float[] pixels = new float[count * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return pixels;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradientsOfAllThatIsFittedAreTheDifferencesOfTheLossAtAFixedDraw(boolean relevance) {
    try (Autoencoder autoencoder = autoencoder(Settings.of(2, relevance, 3, 0.7, 1), 3)) {
      float[] pixels = pixels(3);
      autoencoder.gradients(pixels, new Random(8));
      assertThat(autoencoder.fitted()).hasSize(relevance ? 3 : 2);
      List<double[]> gradients =
          autoencoder.fitted().stream().map(vector -> vector.gradient().toArray()).toList();
      for (int v = 0; v < gradients.size(); v++) {
        FittedVector vector = autoencoder.fitted().get(v);
        double[] gradient = gradients.get(v);
        for (int i = 0; i < gradient.length; i++) {
          assertThat(gradient[i])
              .as("%s[%d]", vector.name(), i)
              .isCloseTo(difference(autoencoder, pixels, vector.values(), i), within(1e-8));
        }
      }
    }
  }

  private static double difference(Autoencoder model, float[] pixels, FlatVector vector, int i) {
    double value = vector.get(i);
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      vector.set(i, value + (2 * side - 1) * 1e-6);
      losses[side] = model.loss(model.gradients(pixels, new Random(8)));
    }
    vector.set(i, value);
    return (losses[1] - losses[0]) / 2e-6;
  }

  /**
   * With one latent unit p(x) is an integral over a line: log p(x) = bound + KL(q(z|x) ‖ p(z|x)),
   * both by the trapezium rule with the decoder asked at every point.
   */
  @Test
  void theBoundLiesBelowTheLikelihoodByTheDivergenceFromThePosterior() {
    int draws = 20_000;
    try (Autoencoder autoencoder = autoencoder(Settings.of(1, false, 1), 1)) {
      float[] pixels = pixels(1);
      Random random = new Random(1);
      double bound = 0;
      double squares = 0;
      for (int draw = 0; draw < draws; draw++) {
        double value = autoencoder.elbo(pixels, 1, random).value();
        bound += value / draws;
        squares += value * value / draws;
      }
      double error = 4 * Math.sqrt((squares - bound * bound) / draws);
      double mean = autoencoder.code().mean(0, 0);
      double deviation = Math.exp(autoencoder.code().logDeviation(0, 0));
      double step = 0.01;
      double likelihood = 0;
      double exact = 0;
      for (double z = -12; z <= 12; z += step) {
        double log = logLikelihood(autoencoder, pixels, z);
        double joint = normal(z, 0, 1) * Math.exp(log);
        double q = normal(z, mean, deviation);
        likelihood += step * joint;
        exact += q > 0 ? step * q * Math.log(joint / q) : 0;
      }
      assertThat(bound).isCloseTo(exact, within(error)).isLessThan(Math.log(likelihood));
    }
  }

  private static double logLikelihood(Autoencoder autoencoder, float[] pixels, double z) {
    return -BernoulliPixels.crossEntropy(
        autoencoder.logits(new double[] {z}), pixels, 1, new double[pixels.length]);
  }

  private static double normal(double z, double mean, double deviation) {
    double u = (z - mean) / deviation;
    return Math.exp(-u * u / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }
}
