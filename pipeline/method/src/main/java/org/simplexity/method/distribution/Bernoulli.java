package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * A vertex of the cube: operation k is there with the probability sigmoid(θ_k), independently;
 * these are its centre and its mean. Gradients pass straight through the probabilities.
 *
 * @param operations K
 */
public record Bernoulli(int operations) implements SigmoidCentred {
  /** Checks K. */
  public Bernoulli {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.CUBE_VERTICES;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    Draw vertex =
        VertexDraw.nearest(new BinaryConcrete(operations, 1).draw(theta, random), Domain.CUBE);
    return VertexDraw.of(vertex.gamma(), new CubeDraw(theta.clone(), 1));
  }

  /**
   * ln of the probability of a vertex.
   *
   * @param theta θ
   * @param vertex its coordinates, each 0 or 1
   * @throws IllegalArgumentException if one is neither, or a length is not K
   */
  public double logProbability(double[] theta, double[] vertex) {
    Checks.length("θ", theta, operations);
    Checks.length("vertex", vertex, operations);
    double sum = 0;
    for (int k = 0; k < operations; k++) {
      if (vertex[k] != 0 && vertex[k] != 1) {
        throw new IllegalArgumentException("vertex[%d] %s must be 0 or 1".formatted(k, vertex[k]));
      }
      sum -= Sigmoid.softplus(vertex[k] == 1 ? -theta[k] : theta[k]);
    }
    return sum;
  }

  /**
   * Entropy, the sum of those of all coordinates, in nats.
   *
   * @param theta θ
   */
  public double entropy(double[] theta) {
    Checks.length("θ", theta, operations);
    double sum = 0;
    for (int k = 0; k < operations; k++) {
      sum += Sigmoid.of(theta[k]) * Sigmoid.softplus(-theta[k]);
      sum += Sigmoid.of(-theta[k]) * Sigmoid.softplus(theta[k]);
    }
    return sum;
  }
}
