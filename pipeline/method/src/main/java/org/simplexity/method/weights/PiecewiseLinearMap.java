package org.simplexity.method.weights;

import java.util.List;

/**
 * G(λ) = Σ_i F(t_i, t_{i+1}, λ), F(t_i, t_{i+1}, λ) = b_i + (b_{i+1} − b_i) (s − s_i) / (s_{i+1} −
 * s_i) for t_i ≤ λ ≤ t_{i+1} and 0 elsewhere; at a knot, where two pieces meet, it is counted once,
 * so that G is continuous and G(t_i) = b_i.
 *
 * <p>Beyond the outer knots the outer pieces go on. All b_i start at the first weights.
 *
 * @param knots t, at least two, positive and increasing
 */
public record PiecewiseLinearMap(List<Double> knots) implements Hypernetwork {
  /** Copies the knots and checks them. */
  public PiecewiseLinearMap {
    knots = List.copyOf(knots);
    Knots.check(knots);
  }

  @Override
  public int vectors() {
    return knots.size();
  }

  @Override
  public double[] coefficients(double lambda) {
    LambdaRange range = Knots.range(knots);
    double s = range.scaled(lambda);
    int left = 0;
    while (left < knots.size() - 2 && lambda > knots.get(left + 1)) {
      left++;
    }
    double start = range.scaled(knots.get(left));
    double share = (s - start) / (range.scaled(knots.get(left + 1)) - start);
    double[] coefficients = new double[knots.size()];
    coefficients[left] = 1 - share;
    coefficients[left + 1] = share;
    return coefficients;
  }

  @Override
  public boolean startsAtWeights(int vector) {
    return true;
  }
}
