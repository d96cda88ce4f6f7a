package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The Dirichlet distribution with concentrations α_k = temperature · exp(θ_k): towards the vertices
 * as the temperature falls to 0, towards the centre as it grows (lecture on structure selection,
 * "prior of the structure"; structure search with Dirichlet priors).
 *
 * <p>ln p(γ) = ln Γ(Σ α) − Σ ln Γ(α_k) + Σ (α_k − 1) ln γ_k, in ln γ, so that α may be 1e-30; with
 * Stirling's formula taken out of ln Γ, so that it may be 1e9 too. Draws are γ = z / Σ z, z_k of
 * Gamma(α_k), differentiated implicitly. Its centre is its mean, α / Σ α.
 *
 * @param operations K
 * @param temperature factor of all concentrations, positive
 */
public record Dirichlet(int operations, double temperature) implements Density, SoftmaxCentred {
  private static final double LARGE = 10;

  /** Checks the bounds. */
  public Dirichlet {
    Checks.operations(operations);
    Checks.temperature(temperature);
  }

  /** The concentrations α at given parameters. */
  public double[] concentrations(double[] theta) {
    Checks.length("θ", theta, operations);
    double[] alpha = new double[operations];
    for (int k = 0; k < operations; k++) {
      alpha[k] = temperature * Math.exp(theta[k]);
    }
    return alpha;
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    double[] alpha = concentrations(theta);
    double[] logs = new double[operations];
    GammaDraw[] draws = new GammaDraw[operations];
    for (int k = 0; k < operations; k++) {
      draws[k] = GammaDraw.of(alpha[k], random);
      logs[k] = draws[k].log();
    }
    return new SimplexDraw(logs, k -> draws[k].slope());
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    Checks.length("ln γ", coordinates, operations);
    double[] alpha = concentrations(theta);
    double total = 0;
    for (double one : alpha) {
      total += one;
    }
    double value = Stirling.remainder(total) - Math.log(total) / 2;
    value -= (operations - 1) * Math.log(2 * Math.PI) / 2;
    double ofTotal = Digamma.scaled(total);
    double[] ofTheta = new double[operations];
    double[] ofPoint = new double[operations];
    for (int k = 0; k < operations; k++) {
      ofPoint[k] = alpha[k] - 1;
      value += term(alpha[k], Math.log(alpha[k] / total), coordinates[k]);
      ofTheta[k] =
          alpha[k] / total * ofTotal - Digamma.scaled(alpha[k]) + alpha[k] * coordinates[k];
    }
    return new LogDensity(value, ofTheta, ofPoint);
  }

  /**
   * (α − 1) ln γ − α ln(α / Σ α) + ½ ln α − s(α). Large α multiply a difference, as both products
   * nearly cancel where the density is large; small ones do not, since ln γ may be −1e30.
   */
  private static double term(double alpha, double logMean, double logShare) {
    double main =
        alpha > LARGE
            ? alpha * (logShare - logMean) - logShare
            : (alpha - 1) * logShare - alpha * logMean;
    return main + Math.log(alpha) / 2 - Stirling.remainder(alpha);
  }
}
