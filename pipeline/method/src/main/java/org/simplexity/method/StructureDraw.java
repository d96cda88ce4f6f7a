package org.simplexity.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.Draw;
import org.simplexity.method.distribution.StructureDistribution;

/** One draw of γ on every edge, with its way back to all structure parameters. */
public final class StructureDraw {
  private final StructureDistribution distribution;
  private final List<Draw> edges;

  private StructureDraw(StructureDistribution distribution, List<Draw> edges) {
    this.distribution = distribution;
    this.edges = edges;
  }

  /**
   * Draws all edges one after another.
   *
   * @param distribution of an edge
   * @param theta structure parameters of all edges
   * @param random source of the noise
   */
  public static StructureDraw of(
      StructureDistribution distribution, double[] theta, RandomGenerator random) {
    List<Draw> edges = new ArrayList<>();
    int width = distribution.parameters();
    for (int start = 0; start < theta.length; start += width) {
      edges.add(distribution.draw(Arrays.copyOfRange(theta, start, start + width), random));
    }
    return new StructureDraw(distribution, edges);
  }

  /** γ of all edges, a copy. */
  public double[] gamma() {
    int width = distribution.operations();
    double[] gamma = new double[edges.size() * width];
    for (int e = 0; e < edges.size(); e++) {
      System.arraycopy(edges.get(e).gamma(), 0, gamma, e * width, width);
    }
    return gamma;
  }

  /** What an edge was drawn from. */
  StructureDistribution distribution() {
    return distribution;
  }

  /** Draws by edge. */
  List<Draw> edges() {
    return edges;
  }

  /**
   * Carries a gradient back with the noise held fixed: ∂θ = (∂γ/∂θ)ᵀ ∂γ.
   *
   * @param gradient ∂γ of all edges
   * @return ∂θ of all edges
   */
  public double[] pullback(double[] gradient) {
    int width = distribution.operations();
    int parameters = distribution.parameters();
    double[] theta = new double[edges.size() * parameters];
    for (int e = 0; e < edges.size(); e++) {
      double[] own = Arrays.copyOfRange(gradient, e * width, (e + 1) * width);
      System.arraycopy(edges.get(e).pullback(own), 0, theta, e * parameters, parameters);
    }
    return theta;
  }
}
