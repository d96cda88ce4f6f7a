package org.simplexity.method.autoencoder;

/**
 * Pixels x in [0, 1] as probabilities of Bernoulli variables: −log p(x|z) = Σ softplus(a) − x a
 * with logits a (Kingma and Welling 2014, appendix C.1).
 */
final class BernoulliPixels {
  private BernoulliPixels() {}

  /**
   * The cross-entropy, summed over pixels, mean over examples.
   *
   * @param logits a, [example][pixel]
   * @param pixels x, the same, or longer
   * @param examples number of examples
   * @param gradient receives its gradient ∂a = (sigmoid(a) − x) / examples
   */
  static double crossEntropy(double[] logits, float[] pixels, int examples, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double a = logits[i];
      double decay = Math.exp(-Math.abs(a));
      sum += Math.max(a, 0) + Math.log1p(decay) - pixels[i] * a;
      double probability = (a >= 0 ? 1 : decay) / (1 + decay);
      gradient[i] = (probability - pixels[i]) / examples;
    }
    return sum / examples;
  }

  /** E x = sigmoid(a) of each pixel. */
  static float[] means(double[] logits) {
    float[] means = new float[logits.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
    return means;
  }
}
