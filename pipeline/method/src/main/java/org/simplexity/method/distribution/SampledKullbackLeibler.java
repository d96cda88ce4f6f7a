package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * KL(q ‖ p) as the average of ln q − ln p over draws of q; gradients in θ of q through the draws
 * (Kingma and Welling 2014, §2.3) plus those of ln q itself, in θ of p those of −ln p.
 *
 * @param q density of the draws
 * @param p density that they are compared with
 * @param draws at least 2
 */
record SampledKullbackLeibler(Density q, Density p, int draws) {
  /** The average at given parameters. */
  Estimate at(double[] posterior, double[] prior, RandomGenerator random) {
    double[] toPosterior = new double[posterior.length];
    double[] toPrior = new double[prior.length];
    double mean = 0;
    double squares = 0;
    for (int i = 1; i <= draws; i++) {
      Draw draw = q.draw(posterior, random);
      LogDensity above = q.logDensity(posterior, draw.coordinates());
      LogDensity below = p.logDensity(prior, draw.coordinates());
      double step = above.value() - below.value() - mean;
      mean += step / i;
      squares += step * (above.value() - below.value() - mean);
      double[] slope = above.coordinates();
      add(slope, -1, below.coordinates());
      add(toPosterior, 1.0 / draws, draw.coordinatePullback(slope));
      add(toPosterior, 1.0 / draws, above.theta());
      add(toPrior, -1.0 / draws, below.theta());
    }
    double error = Math.sqrt(squares / (draws - 1.0) / draws);
    return Estimate.sampled(mean, error, toPosterior, toPrior);
  }

  private static void add(double[] sum, double factor, double[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * term[i];
    }
  }
}
