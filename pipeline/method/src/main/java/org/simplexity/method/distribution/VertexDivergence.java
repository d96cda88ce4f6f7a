package org.simplexity.method.distribution;

/** KL of distributions over vertices, a sum over them. */
final class VertexDivergence {
  private VertexDivergence() {}

  /** Σ_k q_k (ln q_k − ln p_k) with q = softmax(θ_q), p = softmax(θ_p). */
  static Estimate categorical(double[] posterior, double[] prior) {
    double[] q = Softmax.of(posterior);
    double[] p = Softmax.of(prior);
    double[] ratios = Softmax.log(posterior);
    double[] below = Softmax.log(prior);
    double[] toPrior = new double[q.length];
    double value = 0;
    for (int k = 0; k < q.length; k++) {
      ratios[k] -= below[k];
      value += q[k] * ratios[k];
      toPrior[k] = p[k] - q[k];
    }
    return Estimate.exact(value, Softmax.pullback(q, ratios), toPrior);
  }

  /** Σ_k of the two outcomes of every coordinate, with q_k = sigmoid(θ_q,k). */
  static Estimate bernoulli(double[] posterior, double[] prior) {
    double[] q = Sigmoid.of(posterior);
    double[] p = Sigmoid.of(prior);
    double[] toPosterior = new double[q.length];
    double[] toPrior = new double[q.length];
    double value = 0;
    for (int k = 0; k < q.length; k++) {
      double there = Sigmoid.softplus(-prior[k]) - Sigmoid.softplus(-posterior[k]);
      double not = Sigmoid.softplus(prior[k]) - Sigmoid.softplus(posterior[k]);
      value += q[k] * there + Sigmoid.of(-posterior[k]) * not;
      toPosterior[k] = q[k] * Sigmoid.of(-posterior[k]) * (posterior[k] - prior[k]);
      toPrior[k] = p[k] - q[k];
    }
    return Estimate.exact(value, toPosterior, toPrior);
  }
}
