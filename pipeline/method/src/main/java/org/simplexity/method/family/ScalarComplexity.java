package org.simplexity.method.family;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * c = λ, one price for all operations: S = (λ, …, λ), λ ~ U(from, to).
 *
 * @param from least λ, not negative
 * @param to greatest λ
 * @param operations K
 */
public record ScalarComplexity(double from, double to, int operations)
    implements ComplexityControl {
  /** Checks the bounds. */
  public ScalarComplexity {
    if (!(from >= 0 && to > from && Double.isFinite(to))) {
      throw new IllegalArgumentException(
          "a range of lambda from %s to %s must not be negative or empty".formatted(from, to));
    }
  }

  @Override
  public int length() {
    return 1;
  }

  @Override
  public double[] draw(RandomGenerator random) {
    return new double[] {from + (to - from) * random.nextDouble()};
  }

  /** The middle of the range. */
  @Override
  public double[] middle() {
    return new double[] {(from + to) / 2};
  }

  @Override
  public List<List<Double>> grid(int divisions) {
    return IntStream.rangeClosed(0, divisions)
        .mapToObj(i -> List.of(from + (to - from) * i / divisions))
        .toList();
  }

  @Override
  public double[] prices(double[] condition) {
    Lengths.check("lambda", condition, 1);
    if (!(condition[0] >= 0 && Double.isFinite(condition[0]))) {
      throw new IllegalArgumentException(
          "lambda %s must be finite and not negative".formatted(condition[0]));
    }
    double[] prices = new double[operations];
    Arrays.fill(prices, condition[0]);
    return prices;
  }
}
