package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * The Dirichlet distribution with concentrations α_k = temperature · exp(θ_k): towards the vertices
 * as the temperature falls to 0, towards the centre as it grows (lecture on structure selection,
 * "prior of the structure"; structure search with Dirichlet priors).
 *
 * <p>ln p(γ) = ln Γ(Σ α) − Σ ln Γ(α_k) + Σ (α_k − 1) ln γ_k, in ln γ, so that α may be 1e-30. Draws
 * are γ = z / Σ z, z_k of Gamma(α_k), differentiated implicitly. Its centre is its mean, α / Σ α.
 *
 * @param operations K
 * @param temperature factor of all concentrations, positive
 */
public record Dirichlet(int operations, double temperature) implements Density {
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
  public int parameters() {
    return operations;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    double[] alpha = concentrations(theta);
    double[] logs = new double[operations];
    double[] slopes = new double[operations];
    for (int k = 0; k < operations; k++) {
      GammaDraw draw = GammaDraw.of(alpha[k], random);
      logs[k] = draw.log();
      slopes[k] = draw.slope();
    }
    return new SlopedDraw(logs, slopes);
  }

  @Override
  public double[] centre(double[] theta) {
    return Softmax.of(theta);
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return Softmax.pullback(Softmax.of(theta), gradient);
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    Checks.length("ln γ", coordinates, operations);
    double[] alpha = concentrations(theta);
    double total = 0;
    for (double one : alpha) {
      total += one;
    }
    double value = Gamma.logGamma(total);
    double ofTotal = Digamma.scaled(total);
    double[] ofTheta = new double[operations];
    double[] ofPoint = new double[operations];
    for (int k = 0; k < operations; k++) {
      ofPoint[k] = alpha[k] - 1;
      value += ofPoint[k] * coordinates[k] - Gamma.logGamma(alpha[k]);
      ofTheta[k] =
          alpha[k] / total * ofTotal - Digamma.scaled(alpha[k]) + alpha[k] * coordinates[k];
    }
    return new LogDensity(value, ofTheta, ofPoint);
  }
}
