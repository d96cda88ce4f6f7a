package org.simplexity.method.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The logit-normal distribution inside the simplex: γ = softmax(X), X_k = μ_k + σ_k ε_k, θ = (μ_1 …
 * μ_K, ln σ_1 … ln σ_K) (lecture on structure selection, "logit-normal").
 *
 * <p>X is known from γ up to a common shift, which is integrated out: with w = σ⁻², δ_k = ln γ_k −
 * μ_k and c = Σ w δ / Σ w,
 *
 * <pre>ln p(γ) = ½ Σ ln w_k − ½ ln Σ w_k − ½ (K − 1) ln 2π − ½ Σ w_k (δ_k − c)² − Σ ln γ_k.</pre>
 *
 * <p>Its centre is softmax(μ), the image of the median, not the mean.
 *
 * @param operations K
 */
public record LogitNormal(int operations) implements Density {
  /** Checks K. */
  public LogitNormal {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public int parameters() {
    return 2 * operations;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, 2 * operations);
    double[] logits = new double[operations];
    double[] shifts = new double[operations];
    for (int k = 0; k < operations; k++) {
      shifts[k] = Math.exp(theta[operations + k]) * random.nextGaussian();
      logits[k] = theta[k] + shifts[k];
    }
    return new NormalDraw(new SimplexDraw(logits, 1), shifts);
  }

  /** A draw of softmax(X) with the two halves of θ: ∂X/∂μ = 1, ∂X/∂ ln σ = σ ε. */
  private static final class NormalDraw implements Draw {
    private final SimplexDraw draw;
    private final double[] shifts;

    private NormalDraw(SimplexDraw draw, double[] shifts) {
      this.draw = draw;
      this.shifts = shifts;
    }

    @Override
    public double[] gamma() {
      return draw.gamma();
    }

    @Override
    public double[] coordinates() {
      return draw.coordinates();
    }

    @Override
    public double[] pullback(double[] gradient) {
      return both(draw.pullback(gradient));
    }

    @Override
    public double[] coordinatePullback(double[] gradient) {
      return both(draw.coordinatePullback(gradient));
    }

    private double[] both(double[] gradient) {
      double[] theta = Arrays.copyOf(gradient, 2 * gradient.length);
      for (int k = 0; k < gradient.length; k++) {
        theta[gradient.length + k] = gradient[k] * shifts[k];
      }
      return theta;
    }
  }

  @Override
  public double[] centre(double[] theta) {
    return Softmax.of(Arrays.copyOf(theta, operations));
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return Arrays.copyOf(Softmax.pullback(centre(theta), gradient), 2 * operations);
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    Checks.length("θ", theta, 2 * operations);
    Checks.length("ln γ", coordinates, operations);
    double[] weights = new double[operations];
    double sum = 0;
    double weighted = 0;
    double value = -(operations - 1) * Math.log(2 * Math.PI) / 2;
    for (int k = 0; k < operations; k++) {
      weights[k] = Math.exp(-2 * theta[operations + k]);
      sum += weights[k];
      weighted += weights[k] * (coordinates[k] - theta[k]);
      value -= theta[operations + k] + coordinates[k];
    }
    value -= Math.log(sum) / 2;
    double[] ofTheta = new double[2 * operations];
    double[] ofPoint = new double[operations];
    for (int k = 0; k < operations; k++) {
      double distance = coordinates[k] - theta[k] - weighted / sum;
      double pull = weights[k] * distance;
      value -= pull * distance / 2;
      ofTheta[k] = pull;
      ofTheta[operations + k] = pull * distance + weights[k] / sum - 1;
      ofPoint[k] = -pull - 1;
    }
    return new LogDensity(value, ofTheta, ofPoint);
  }
}
