package org.simplexity.method.family;

import java.util.List;
import java.util.random.RandomGenerator;

/** What the complexity c of a family is: how it is drawn, and the prices it puts on operations. */
public sealed interface ComplexityControl
    permits VectorComplexity, ScalarComplexity, FixedComplexity {
  /** Length of c. */
  int length();

  /**
   * One c of the distribution that a family is trained for.
   *
   * @param random where it comes from; the same generator gives the same c
   */
  double[] draw(RandomGenerator random);

  /** The c at which a search scores what it has after an epoch. */
  double[] middle();

  /**
   * Complexities that cover the range of a family evenly, its bounds among them.
   *
   * @param divisions intervals along each edge of the range, at least 1
   */
  List<List<Double>> grid(int divisions);

  /**
   * The price of every operation at c.
   *
   * @param condition c
   * @throws IllegalArgumentException if it is no complexity of this kind
   */
  double[] prices(double[] condition);
}
