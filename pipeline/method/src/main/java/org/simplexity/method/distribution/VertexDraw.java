package org.simplexity.method.distribution;

/** A vertex in the forward direction, a relaxed draw's gradients backward: straight-through. */
final class VertexDraw implements Draw {
  private final double[] vertex;
  private final Draw relaxed;

  private VertexDraw(double[] vertex, Draw relaxed) {
    this.vertex = vertex;
    this.relaxed = relaxed;
  }

  /** The vertex nearest to a relaxed draw. */
  static VertexDraw nearest(Draw relaxed, Domain domain) {
    double[] gamma = relaxed.gamma();
    return of(domain.isSimplex() ? greatest(relaxed.coordinates()) : above(gamma), relaxed);
  }

  /** A given vertex. */
  static VertexDraw of(double[] vertex, Draw relaxed) {
    return new VertexDraw(vertex, relaxed);
  }

  private static double[] greatest(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    double[] vertex = new double[values.length];
    vertex[best] = 1;
    return vertex;
  }

  private static double[] above(double[] gamma) {
    double[] vertex = new double[gamma.length];
    for (int k = 0; k < gamma.length; k++) {
      vertex[k] = gamma[k] > 1.0 / 2 ? 1 : 0;
    }
    return vertex;
  }

  @Override
  public double[] gamma() {
    return vertex.clone();
  }

  @Override
  public double[] coordinates() {
    return relaxed.coordinates();
  }

  @Override
  public double[] pullback(double[] gradient) {
    return relaxed.pullback(gradient);
  }

  @Override
  public double[] coordinatePullback(double[] gradient) {
    return relaxed.coordinatePullback(gradient);
  }
}
