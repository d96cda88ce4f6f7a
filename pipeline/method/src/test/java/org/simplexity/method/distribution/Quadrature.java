package org.simplexity.method.distribution;

import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Integrals over the simplex and the cube by the trapezoidal rule in log ratios, which converges
 * exponentially for the smooth densities here.
 */
final class Quadrature {
  /** By dimension; e^{−αx} of the smallest concentration or temperature is nothing at the end. */
  private static final double[] EXTENT = {0, 200, 60};

  private static final double[] STEP = {0, 0.1, 0.25};

  private Quadrature() {}

  /** ∫ f(γ) p(γ) dγ. */
  static double expectation(Density density, double[] theta, ToDoubleFunction<double[]> f) {
    return expectation(density, theta, (gamma, coordinates) -> f.applyAsDouble(gamma));
  }

  /** The same for a function of γ and of its coordinates. */
  static double expectation(
      Density density, double[] theta, ToDoubleBiFunction<double[], double[]> f) {
    boolean simplex = density.domain().isSimplex();
    int dimension = density.operations() - (simplex ? 1 : 0);
    return over(new double[dimension], 0, x -> integrand(density, theta, f, x)) * cell(dimension);
  }

  private static double cell(int dimension) {
    return Math.pow(STEP[dimension], dimension);
  }

  private static double over(double[] x, int axis, ToDoubleFunction<double[]> integrand) {
    if (axis == x.length) {
      return integrand.applyAsDouble(x);
    }
    double sum = 0;
    double extent = EXTENT[x.length];
    for (double at = -extent; at <= extent; at += STEP[x.length]) {
      x[axis] = at;
      sum += over(x, axis + 1, integrand);
    }
    return sum;
  }

  private static double integrand(
      Density density, double[] theta, ToDoubleBiFunction<double[], double[]> f, double[] x) {
    return density.domain().isSimplex()
        ? onSimplex(density, theta, f, x)
        : inCube(density, theta, f, x);
  }

  /** dγ₁ … dγ_{K−1} = Π γ_k dx. */
  private static double onSimplex(
      Density density, double[] theta, ToDoubleBiFunction<double[], double[]> f, double[] x) {
    double[] logs = new double[x.length + 1];
    System.arraycopy(x, 0, logs, 0, x.length);
    double largest = 0;
    for (double log : logs) {
      largest = Math.max(largest, log);
    }
    double total = 0;
    for (double log : logs) {
      total += Math.exp(log - largest);
    }
    double[] gamma = new double[logs.length];
    double jacobian = 0;
    for (int k = 0; k < logs.length; k++) {
      logs[k] -= largest + Math.log(total);
      gamma[k] = Math.exp(logs[k]);
      jacobian += logs[k];
    }
    double weight = Math.exp(density.logDensity(theta, logs).value() + jacobian);
    return weight < 1e-25 ? 0 : weight * f.applyAsDouble(gamma, logs);
  }

  /** dγ = Π γ_k (1 − γ_k) dx. */
  private static double inCube(
      Density density, double[] theta, ToDoubleBiFunction<double[], double[]> f, double[] x) {
    double[] gamma = new double[x.length];
    double jacobian = 0;
    for (int k = 0; k < x.length; k++) {
      gamma[k] = 1 / (1 + Math.exp(-x[k]));
      jacobian -= Math.abs(x[k]) + 2 * Math.log1p(Math.exp(-Math.abs(x[k])));
    }
    return Math.exp(density.logDensity(theta, x).value() + jacobian) * f.applyAsDouble(gamma, x);
  }
}
