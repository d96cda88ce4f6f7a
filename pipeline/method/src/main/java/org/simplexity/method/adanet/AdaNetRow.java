package org.simplexity.method.adanet;

/**
 * One candidate of one iteration.
 *
 * @param iteration iteration, counted from 1
 * @param deeper whether it has a cell more than the deepest member so far
 * @param depth number of cells
 * @param objective F of the ensemble with it, all mixture weights fitted, in nats
 * @param complexity r
 * @param weight its mixture weight
 * @param validationAccuracy accuracy of the ensemble with it on the validation split
 * @param chosen whether it was added
 */
public record AdaNetRow(
    int iteration,
    boolean deeper,
    int depth,
    double objective,
    double complexity,
    double weight,
    double validationAccuracy,
    boolean chosen) {
  /** Numbers of a row in a state. */
  static final int WIDTH = 8;

  double[] numbers() {
    return new double[] {
      iteration,
      deeper ? 1 : 0,
      depth,
      objective,
      complexity,
      weight,
      validationAccuracy,
      chosen ? 1 : 0
    };
  }

  static AdaNetRow of(double[] numbers, int start) {
    return new AdaNetRow(
        (int) numbers[start],
        numbers[start + 1] != 0,
        (int) numbers[start + 2],
        numbers[start + 3],
        numbers[start + 4],
        numbers[start + 5],
        numbers[start + 6],
        numbers[start + 7] != 0);
  }
}
