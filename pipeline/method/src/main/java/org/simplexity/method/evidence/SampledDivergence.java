package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.Density;
import org.simplexity.method.distribution.Draw;
import org.simplexity.method.distribution.LogDensity;
import org.simplexity.method.distribution.StructureDistribution;

/**
 * KL(q‖p) = E_q [log q(γ|θ) − log p(γ|h)] of two densities, by Monte Carlo with reparametrised
 * gradients in θ; equal generators give equal draws.
 *
 * <p>Where the draws of q are differentiated implicitly, as a Dirichlet's, gradients are right in
 * the mean over draws, not draw by draw: hypergradients by differences then want many draws.
 *
 * @param prior p
 * @param draws at least 1
 */
public record SampledDivergence(Density prior, int draws) implements StructureDivergence {
  /** Checks the bound. */
  public SampledDivergence {
    if (draws < 1) {
      throw new IllegalArgumentException("draws " + draws + " must be at least 1");
    }
  }

  @Override
  public int parameters(int operations) {
    return prior.parameters();
  }

  @Override
  public Divergence at(
      StructureDistribution posterior, double[] theta, double[] h, RandomGenerator random) {
    if (!(posterior instanceof Density q) || q.domain() != prior.domain()) {
      throw new IllegalArgumentException(
          "posterior over %s must have a density over %s"
              .formatted(posterior.domain(), prior.domain()));
    }
    double value = 0;
    double[] toTheta = new double[theta.length];
    double[] toPrior = new double[h.length];
    for (int i = 0; i < draws; i++) {
      Draw draw = q.draw(theta, random);
      LogDensity above = q.logDensity(theta, draw.coordinates());
      LogDensity below = prior.logDensity(h, draw.coordinates());
      value += (above.value() - below.value()) / draws;
      double[] slope = new double[above.coordinates().length];
      add(slope, 1, above.coordinates());
      add(slope, -1, below.coordinates());
      add(toTheta, 1.0 / draws, draw.coordinatePullback(slope));
      add(toTheta, 1.0 / draws, above.theta());
      add(toPrior, -1.0 / draws, below.theta());
    }
    return new Divergence(value, toTheta, toPrior);
  }

  private static void add(double[] sum, double factor, double[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * term[i];
    }
  }
}
