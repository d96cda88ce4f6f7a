package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The binary Concrete distribution inside the cube: γ_k = sigmoid(x_k), x_k = (θ_k + ln U − ln(1 −
 * U)) / t (Maddison, Mnih, Teh 2017, appendix B).
 *
 * <p>With s = t x − θ: ln p(γ) = Σ_k ln t − softplus(s_k) − softplus(−s_k) + softplus(x_k) +
 * softplus(−x_k). Its centre is sigmoid(θ), the probability that γ_k exceeds ½.
 *
 * @param operations K
 * @param temperature t, positive
 */
public record BinaryConcrete(int operations, double temperature)
    implements Density, SigmoidCentred {
  /** Checks the bounds. */
  public BinaryConcrete {
    Checks.operations(operations);
    Checks.temperature(temperature);
  }

  @Override
  public Domain domain() {
    return Domain.CUBE;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    double[] logits = new double[operations];
    for (int k = 0; k < operations; k++) {
      logits[k] = (theta[k] + Noise.logistic(random)) / temperature;
    }
    return new CubeDraw(logits, 1 / temperature);
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    Checks.length("θ", theta, operations);
    Checks.length("ln(γ / (1 − γ))", coordinates, operations);
    double value = operations * Math.log(temperature);
    double[] ofTheta = new double[operations];
    double[] ofPoint = new double[operations];
    for (int k = 0; k < operations; k++) {
      double x = coordinates[k];
      double s = temperature * x - theta[k];
      value += Sigmoid.softplus(x) + Sigmoid.softplus(-x);
      value -= Sigmoid.softplus(s) + Sigmoid.softplus(-s);
      ofTheta[k] = Math.tanh(s / 2);
      ofPoint[k] = Math.tanh(x / 2) - temperature * ofTheta[k];
    }
    return new LogDensity(value, ofTheta, ofPoint);
  }
}
