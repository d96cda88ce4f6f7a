package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * The Gumbel-softmax or Concrete distribution inside the simplex: γ = softmax((θ + G) / t), G_k =
 * −ln(−ln U_k), θ = ln s (Maddison, Mnih, Teh 2017, §3.1; Jang, Gu, Poole 2017; lecture on
 * structure selection, "prior of the structure").
 *
 * <p>ln p(γ) = ln Γ(K) + (K − 1) ln t + Σ_k (θ_k − (t + 1) ln γ_k) − K ln Σ_k exp(θ_k − t ln γ_k).
 *
 * <p>Its centre is softmax(θ), the probability that coordinate k is the greatest, at any
 * temperature; it is the mean only in the limit t → 0, where draws are random vertices.
 *
 * @param operations K
 * @param temperature t, positive
 */
public record GumbelSoftmax(int operations, double temperature) implements Density, SoftmaxCentred {
  /** Checks the bounds. */
  public GumbelSoftmax {
    Checks.operations(operations);
    Checks.temperature(temperature);
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    double[] logits = new double[operations];
    for (int k = 0; k < operations; k++) {
      logits[k] = (theta[k] + Noise.gumbel(random)) / temperature;
    }
    return new SimplexDraw(logits, 1 / temperature);
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    Checks.length("θ", theta, operations);
    Checks.length("ln γ", coordinates, operations);
    double[] tilted = new double[operations];
    double value = Gamma.logGamma(operations) + (operations - 1) * Math.log(temperature);
    for (int k = 0; k < operations; k++) {
      tilted[k] = theta[k] - temperature * coordinates[k];
      value += tilted[k] - coordinates[k];
    }
    value -= operations * Softmax.logSumExp(tilted);
    double[] weights = Softmax.of(tilted);
    double[] ofTheta = new double[operations];
    double[] ofPoint = new double[operations];
    for (int k = 0; k < operations; k++) {
      ofTheta[k] = 1 - operations * weights[k];
      ofPoint[k] = -1 - temperature * ofTheta[k];
    }
    return new LogDensity(value, ofTheta, ofPoint);
  }
}
