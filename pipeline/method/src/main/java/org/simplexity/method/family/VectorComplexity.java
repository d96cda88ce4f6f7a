package org.simplexity.method.family;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * c = S ∈ Δ^{K−1}, whose component k is the price of operation k; S ~ U(Δ^{K−1}) (vector
 * complexity, "problem statement").
 *
 * @param operations K
 */
public record VectorComplexity(int operations) implements ComplexityControl {
  /** How far prices may be from the simplex by rounding. */
  private static final double ROUNDING = 1e-6;

  @Override
  public int length() {
    return operations;
  }

  @Override
  public double[] draw(RandomGenerator random) {
    return new UniformSimplex(operations).draw(random);
  }

  /** The centre of the simplex. */
  @Override
  public double[] middle() {
    double[] middle = new double[operations];
    Arrays.fill(middle, 1.0 / operations);
    return middle;
  }

  /** A {@link SimplexGrid}. */
  @Override
  public List<List<Double>> grid(int divisions) {
    return new SimplexGrid(operations, divisions).points();
  }

  @Override
  public double[] prices(double[] condition) {
    Lengths.check("prices", condition, operations);
    double sum = 0;
    for (double price : condition) {
      if (!(price >= 0)) {
        throw new IllegalArgumentException(
            "prices %s: %s is negative".formatted(Arrays.toString(condition), price));
      }
      sum += price;
    }
    if (!(Math.abs(sum - 1) <= ROUNDING)) {
      throw new IllegalArgumentException(
          "prices %s sum to %s, not to 1".formatted(Arrays.toString(condition), sum));
    }
    return condition.clone();
  }
}
