package org.simplexity.method.autoencoder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.simplexity.data.ImageShape;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.space.PlainNetworks;

/**
 * The bound of a batch of images and its gradients: x → (μ, log σ) → z → z ⊙ γ → logits of x.
 *
 * <p>What is minimised is the mean over images of −E log p(x|z ⊙ γ) + β KL(q(z|x) ‖ p(z)) + κ
 * KL(q(γ) ‖ p(γ)) / N at one draw of z for each image and one of γ.
 */
final class Autoencoder implements AutoCloseable {
  private final AutoencoderSettings settings;
  private final int images;
  private final Plan encoder;
  private final Plan decoder;
  private final LatentCode code;
  private final LatentScale scale;
  private final double[] gradient;
  private double[] drawn = {};
  private double[] factors = {};

  /**
   * Compiles encoder and decoder; all their weights are 0.
   *
   * @param shape shape of an image
   * @param settings what is fitted
   * @param images number of training images, N
   * @param plan batch, precision and threads
   */
  Autoencoder(ImageShape shape, AutoencoderSettings settings, int images, PlanSettings plan) {
    this.settings = settings;
    this.images = images;
    int units = settings.latent();
    Shape input = new Shape(shape.channels(), shape.height(), shape.width());
    this.encoder =
        Plan.compile(PlainNetworks.perceptronMap(input, settings.hidden(), 2 * units), plan);
    this.decoder =
        Plan.compile(
            PlainNetworks.perceptronMap(new Shape(units, 1, 1), settings.hidden(), shape.size()),
            plan.withInputGradients(true));
    this.code = new LatentCode(plan.batch(), units, plan.precision());
    this.scale =
        settings.relevance()
            ? new RelevanceScale(units, settings.relevanceWeight() / images, plan.precision())
            : new UnitScale(units);
    this.gradient = new double[plan.batch() * shape.size()];
  }

  /** Sets fresh weights. */
  void initialise(RandomGenerator random) {
    encoder.parameters().copyFrom(encoder.network().initialParameters(random));
    decoder.parameters().copyFrom(decoder.network().initialParameters(random));
  }

  /**
   * The bound of images that were not trained on.
   *
   * @param pixels x in [0, 1], [example][channel][row][column]
   * @param count examples, at most a batch
   * @param random where ε comes from
   */
  Elbo elbo(float[] pixels, int count, RandomGenerator random) {
    return new Elbo(reconstruct(pixels, count, Mode.EVALUATION, random), code.divergence(), 0);
  }

  /** The bound of a whole batch of training images, with the gradients of what is minimised. */
  Elbo gradients(float[] pixels, RandomGenerator random) {
    int batch = encoder.settings().batch();
    double reconstruction = reconstruct(pixels, batch, Mode.TRAINING, random);
    decoder.pullback(gradient);
    double[] ofCode = decoder.gradientOfImages();
    double[] ofFactors = new double[settings.latent()];
    for (int i = 0; i < ofCode.length; i++) {
      int unit = i % factors.length;
      ofFactors[unit] += ofCode[i] * drawn[i];
      ofCode[i] *= factors[unit];
    }
    scale.pullback(ofFactors);
    encoder.pullback(code.pullback(ofCode, settings.beta()));
    return new Elbo(reconstruction, code.divergence(), scale.divergence() / images);
  }

  /** What is minimised, from the terms of the bound. */
  double loss(Elbo elbo) {
    return elbo.reconstruction()
        + settings.beta() * elbo.divergence()
        + settings.relevanceWeight() * elbo.relevance();
  }

  private double reconstruct(float[] pixels, int count, Mode mode, RandomGenerator random) {
    drawn = code.draw(encode(pixels, count, mode), random);
    factors = scale.draw(random);
    double[] logits = decode(drawn, factors, count, mode);
    return BernoulliPixels.crossEntropy(logits, pixels, count, gradient);
  }

  private double[] encode(float[] pixels, int count, Mode mode) {
    encoder.load(pixels, count);
    return encoder.outputs(mode);
  }

  private double[] decode(double[] z, double[] gamma, int count, Mode mode) {
    double[] scaled = new double[count * gamma.length];
    Arrays.setAll(scaled, i -> z[i] * gamma[i % gamma.length]);
    decoder.load(scaled, count);
    return decoder.outputs(mode);
  }

  /** E x at z = μ(x) and γ = E γ, of the shape of the images given. */
  float[] reconstruction(float[] pixels, int count) {
    double[] outputs = encode(pixels, count, Mode.EVALUATION);
    int units = settings.latent();
    double[] means = new double[count * units];
    Arrays.setAll(means, i -> outputs[i / units * 2 * units + i % units]);
    return BernoulliPixels.means(logits(means));
  }

  /** E x at z drawn from p(z) and γ = E γ. */
  float[] sample(int count, RandomGenerator random) {
    double[] z = new double[count * settings.latent()];
    Arrays.setAll(z, i -> random.nextGaussian());
    return BernoulliPixels.means(logits(z));
  }

  /** Logits of the pixels at codes, [example][unit], and at γ = E γ. */
  double[] logits(double[] z) {
    return decode(z, scale.means(), z.length / settings.latent(), Mode.EVALUATION);
  }

  /** Codes of the images last asked about. */
  LatentCode code() {
    return code;
  }

  /** Factors of the latent units. */
  LatentScale scale() {
    return scale;
  }

  /** Network of the encoder. */
  Network encoder() {
    return encoder.network();
  }

  /** Network of the decoder. */
  Network decoder() {
    return decoder.network();
  }

  /** What is fitted: encoder, decoder and, with relevance determination, γ. */
  List<FittedVector> fitted() {
    return Stream.of(
            Optional.of(fitted("encoder", encoder)),
            Optional.of(fitted("decoder", decoder)),
            scale.fitted())
        .flatMap(Optional::stream)
        .toList();
  }

  private static FittedVector fitted(String name, Plan plan) {
    return new FittedVector(name, plan.parameters(), plan.parameterGradients());
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
  }
}
