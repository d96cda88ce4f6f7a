package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.Categorical;
import org.simplexity.method.distribution.StructureDistribution;

/**
 * q and p taken as distributions over the vertices of the simplex: KL = Σ_k c_k (log c_k − log
 * s_k), c the centre of q and s = softmax(h), in closed form.
 *
 * <p>Of a softmax point, which has no density, it is the divergence that is meant.
 */
public record CategoricalDivergence() implements StructureDivergence {
  @Override
  public int parameters(int operations) {
    return operations;
  }

  @Override
  public Divergence at(
      StructureDistribution posterior, double[] theta, double[] prior, RandomGenerator random) {
    double[] centre = posterior.centre(theta);
    Categorical vertices = new Categorical(centre.length);
    double[] shares = vertices.centre(prior);
    double value = 0;
    double[] toCentre = new double[centre.length];
    double[] toPrior = new double[centre.length];
    for (int k = 0; k < centre.length; k++) {
      double ratio =
          Math.log(Math.max(centre[k], Double.MIN_NORMAL)) - vertices.logProbability(prior, k);
      value += centre[k] * ratio;
      toCentre[k] = ratio + 1;
      toPrior[k] = shares[k] - centre[k];
    }
    return new Divergence(value, posterior.centrePullback(theta, toCentre), toPrior);
  }
}
