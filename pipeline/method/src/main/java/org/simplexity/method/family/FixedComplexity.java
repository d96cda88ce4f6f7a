package org.simplexity.method.family;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One complexity that is always drawn: the search of a single structure, against which members of a
 * family are held.
 *
 * @param kind what the complexity is
 * @param point the complexity
 */
public record FixedComplexity(ComplexityControl kind, List<Double> point)
    implements ComplexityControl {
  /** How far a complexity may be from the point by rounding. */
  private static final double ROUNDING = 1e-6;

  /** Copies the point and checks that it is a complexity of its kind. */
  public FixedComplexity {
    point = List.copyOf(point);
    kind.prices(vector(point));
  }

  private static double[] vector(List<Double> point) {
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public int length() {
    return kind.length();
  }

  /** The point. */
  @Override
  public double[] draw(RandomGenerator random) {
    return vector(point);
  }

  /** The point. */
  @Override
  public double[] middle() {
    return vector(point);
  }

  /** The point alone. */
  @Override
  public List<List<Double>> grid(int divisions) {
    return List.of(point);
  }

  /**
   * The prices at the point.
   *
   * @throws IllegalArgumentException if the complexity is another
   */
  @Override
  public double[] prices(double[] condition) {
    Lengths.check("complexity", condition, length());
    for (int i = 0; i < condition.length; i++) {
      if (!(Math.abs(condition[i] - point.get(i)) <= ROUNDING)) {
        throw new IllegalArgumentException(
            "a single structure was searched, at %s, and there is none at %s"
                .formatted(point, Arrays.toString(condition)));
      }
    }
    return kind.prices(condition);
  }
}
