package org.simplexity.method.distribution;

/**
 * A distribution with a density over the inside of its domain: with respect to Lebesgue measure on
 * the first K − 1 coordinates of the simplex, on all K of the cube.
 *
 * <p>Points are given in coordinates that stay finite near the border: log γ on the simplex, log(γ
 * / (1 − γ)) on the cube.
 */
public interface Density extends StructureDistribution {
  /**
   * The log density of γ and its gradients.
   *
   * @param theta θ
   * @param coordinates of a point, as {@link Draw#coordinates} gives them
   */
  LogDensity logDensity(double[] theta, double[] coordinates);
}
