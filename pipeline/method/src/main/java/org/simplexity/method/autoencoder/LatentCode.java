package org.simplexity.method.autoencoder;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.vector.GaussianVector;
import org.simplexity.kernel.vector.GaussianVector.Penalty;

/**
 * Codes z_k = μ_k + σ_k ε_k of a batch of images, ε_k ~ N(0, 1), and their divergence from p(z) =
 * N(0, I), KL = Σ_k ½ (μ_k² + σ_k² − 1) − log σ_k (Kingma and Welling 2014, §2.4 and appendix B).
 *
 * <p>An encoder gives μ and log σ, [example][2 K]: all of μ of an example, then all of log σ. Holds
 * the last draw.
 */
final class LatentCode {
  private final int batch;
  private final int units;
  private final GaussianVector gaussian;
  private final FlatVector parameters;
  private final FlatVector pulled;
  private final FlatVector drawn;
  private final FlatVector ofDrawn;
  private double[] encoded = {};

  LatentCode(int batch, int units, Precision precision) {
    this.batch = batch;
    this.units = units;
    this.drawn = FlatVector.zeros(batch * units, precision);
    this.ofDrawn = drawn.zerosLike();
    this.parameters = FlatVector.zeros(2 * batch * units, precision);
    this.pulled = parameters.zerosLike();
    this.gaussian = new GaussianVector(drawn);
  }

  /**
   * Draws codes.
   *
   * @param outputs of the encoder, [example][2 K], at most a batch
   * @return z, [example][unit] for a whole batch; only those of the examples given count
   */
  double[] draw(double[] outputs, RandomGenerator random) {
    encoded = outputs;
    double[] u = new double[parameters.length()];
    for (int i = 0; i < outputs.length; i++) {
      u[place(i)] = outputs[i];
    }
    parameters.copyFrom(u);
    gaussian.draw(parameters, random, drawn);
    return drawn.toArray();
  }

  /** Where an output of the encoder stands among the parameters (all μ, all log σ). */
  private int place(int output) {
    int example = output / (2 * units);
    int part = output % (2 * units) / units;
    return part * batch * units + example * units + output % units;
  }

  /** KL of one unit for one example of the last draw. */
  double divergence(int example, int unit) {
    double mean = mean(example, unit);
    double log = logDeviation(example, unit);
    return 0.5 * (mean * mean + Math.expm1(2 * log)) - log;
  }

  /** μ of one unit for one example of the last draw. */
  double mean(int example, int unit) {
    return encoded[2 * example * units + unit];
  }

  /** log σ of one unit for one example of the last draw. */
  double logDeviation(int example, int unit) {
    return encoded[(2 * example + 1) * units + unit];
  }

  /** Number of examples of the last draw. */
  int examples() {
    return encoded.length / (2 * units);
  }

  /** KL, summed over units, mean over the examples of the last draw. */
  double divergence() {
    double sum = 0;
    for (int example = 0; example < examples(); example++) {
      for (int unit = 0; unit < units; unit++) {
        sum += divergence(example, unit);
      }
    }
    return sum / examples();
  }

  /**
   * The gradient of the encoder's outputs at the last draw, of a whole batch.
   *
   * @param gradient ∂z of the mean reconstruction, [example][unit]
   * @param beta weight of the divergence
   * @return ∂ of μ and log σ, [example][2 K]
   */
  double[] pullback(double[] gradient, double beta) {
    ofDrawn.copyFrom(gradient);
    double share = beta / batch;
    gaussian.pullback(parameters, ofDrawn, new Penalty(share, share, false), pulled);
    double[] u = pulled.toArray();
    double[] outputs = new double[u.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = u[place(i)];
    }
    return outputs;
  }
}
