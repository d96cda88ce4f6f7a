package org.simplexity.method.distribution;

import org.hipparchus.special.Gamma;

/**
 * KL(Dir(a) ‖ Dir(b)) = ln Γ(A) − Σ ln Γ(a_k) − ln Γ(B) + Σ ln Γ(b_k) + Σ (a_k − b_k) (ψ(a_k) −
 * ψ(A)), A = Σ a, B = Σ b; gradients in ln a and ln b.
 *
 * <p>Written with x ψ(x) and x² ψ'(x), which stay finite for concentrations down to 1e-300.
 */
final class DirichletDivergence {
  private final double[] a;
  private final double[] b;
  private final double sumA;
  private final double sumB;

  private DirichletDivergence(double[] a, double[] b) {
    this.a = a;
    this.b = b;
    this.sumA = sum(a);
    this.sumB = sum(b);
  }

  /** The divergence of concentrations a from concentrations b. */
  static Estimate of(double[] a, double[] b) {
    DirichletDivergence divergence = new DirichletDivergence(a, b);
    return Estimate.exact(divergence.value(), divergence.ofLogA(), divergence.ofLogB());
  }

  private double value() {
    double value =
        Gamma.logGamma(sumA) - Gamma.logGamma(sumB) - (1 - sumB / sumA) * Digamma.scaled(sumA);
    for (int k = 0; k < a.length; k++) {
      value += Gamma.logGamma(b[k]) - Gamma.logGamma(a[k]);
      value += (1 - b[k] / a[k]) * Digamma.scaled(a[k]);
    }
    return value;
  }

  private double[] ofLogA() {
    double whole = (1 - sumB / sumA) * Digamma.scaledSlope(sumA);
    double[] gradient = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      gradient[k] = (1 - b[k] / a[k]) * Digamma.scaledSlope(a[k]) - a[k] / sumA * whole;
    }
    return gradient;
  }

  private double[] ofLogB() {
    double[] gradient = new double[b.length];
    for (int k = 0; k < b.length; k++) {
      gradient[k] = Digamma.scaled(b[k]) - b[k] / sumB * Digamma.scaled(sumB);
      gradient[k] -= b[k] / a[k] * Digamma.scaled(a[k]) - b[k] / sumA * Digamma.scaled(sumA);
    }
    return gradient;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
