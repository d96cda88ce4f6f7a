package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * One vertex of the simplex, with the probabilities softmax(θ), which are its centre and its mean.
 * Gradients pass straight through the probabilities.
 *
 * @param operations K
 */
public record Categorical(int operations) implements SoftmaxCentred {
  /** Checks K. */
  public Categorical {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX_VERTICES;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    Draw vertex =
        VertexDraw.nearest(new GumbelSoftmax(operations, 1).draw(theta, random), Domain.SIMPLEX);
    return VertexDraw.of(vertex.gamma(), new SimplexDraw(theta.clone(), 1));
  }

  /**
   * ln of the probability of a vertex.
   *
   * @param theta θ
   * @param vertex number of its operation
   */
  public double logProbability(double[] theta, int vertex) {
    return Softmax.log(theta)[vertex];
  }

  /**
   * Entropy, −Σ_k p_k ln p_k, in nats.
   *
   * @param theta θ
   */
  public double entropy(double[] theta) {
    Checks.length("θ", theta, operations);
    double[] shares = Softmax.of(theta);
    double[] logs = Softmax.log(theta);
    double sum = 0;
    for (int k = 0; k < operations; k++) {
      sum -= shares[k] * logs[k];
    }
    return sum;
  }
}
