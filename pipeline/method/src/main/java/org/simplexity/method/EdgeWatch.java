package org.simplexity.method;

/**
 * Watches over an epoch which way every edge is pushed.
 *
 * <p>With g the epoch's mean of ∂Q/∂γ and the weights held, the gap of an edge is ⟨γ, g⟩ − min_k
 * g_k ≥ 0 (Frank and Wolfe 1956; Jaggi 2013, §2): how much the loss would fall, to first order, if
 * the edge moved to its best vertex. At a minimum over the simplex it is 0. An edge whose gradient
 * in its parameters is dead although its gap is not has stuck: it is stationary in α, where softmax
 * is flat, and nowhere else.
 */
final class EdgeWatch {
  private final int operations;
  private final double[] gradient;
  private final double[] inner;
  private double[] parameters = new double[0];
  private int passes;
  private int moves;

  /**
   * A watch at its start.
   *
   * @param edges number of edges
   * @param operations operations an edge
   */
  EdgeWatch(int edges, int operations) {
    this.operations = operations;
    this.gradient = new double[edges * operations];
    this.inner = new double[edges];
  }

  /** Takes in ∂Q/∂γ of one pass; both vectors may hold several draws, one after another. */
  void pass(double[] gamma, double[] gammaGradient) {
    passes++;
    for (int i = 0; i < gamma.length; i++) {
      int coordinate = i % gradient.length;
      gradient[coordinate] += gammaGradient[i];
      inner[coordinate / operations] += gamma[i] * gammaGradient[i];
    }
  }

  /** Takes in the gradient that the parameters moved by, without the prior's. */
  void move(double[] parameterGradient) {
    if (parameters.length == 0) {
      parameters = new double[parameterGradient.length];
    }
    moves++;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += parameterGradient[i];
    }
  }

  /** Number of edges. */
  int edges() {
    return inner.length;
  }

  /** Gap of an edge; 0 before anything was seen. */
  double gap(int edge) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = edge * operations; k < (edge + 1) * operations; k++) {
      least = Math.min(least, gradient[k]);
    }
    return passes == 0 ? 0 : (inner[edge] - least) / passes;
  }

  /** Norm of the mean gradient of an edge's parameters; 0 before anything was seen. */
  double norm(int edge) {
    int width = parameters.length / edges();
    double sum = 0;
    for (int i = edge * width; i < (edge + 1) * width; i++) {
      sum += parameters[i] * parameters[i];
    }
    return moves == 0 ? 0 : Math.sqrt(sum) / moves;
  }
}
