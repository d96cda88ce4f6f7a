package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.Density;
import org.simplexity.method.distribution.Estimate;
import org.simplexity.method.distribution.KullbackLeibler;
import org.simplexity.method.distribution.StructureDistribution;

/**
 * KL(q‖p) of two densities, see {@link KullbackLeibler}: exact where there is a closed form, else a
 * mean over draws, equal for equal generators.
 *
 * <p>Where draws of q are differentiated implicitly, as a Dirichlet's, gradients of a mean are
 * right on average, not draw by draw: hypergradients by differences then want many draws.
 *
 * @param prior p
 * @param divergence with the number of draws
 */
public record DensityDivergence(Density prior, KullbackLeibler divergence)
    implements StructureDivergence {
  @Override
  public int parameters(int operations) {
    return prior.parameters();
  }

  @Override
  public Divergence at(
      StructureDistribution posterior, double[] theta, double[] h, RandomGenerator random) {
    Estimate estimate = divergence.of(posterior, theta, prior, h, random);
    return new Divergence(estimate.value(), estimate.posterior(), estimate.prior());
  }
}
