package org.simplexity.method.ensemble;

/**
 * Expected calibration error: Σ_m |B_m| / n · |acc(B_m) − conf(B_m)| over equal bins ((m − 1)/M,
 * m/M] of the confidence, the probability of the most probable class (Guo, Pleiss, Sun and
 * Weinberger 2017, eq. 3).
 *
 * @param bins M, at least 1
 */
public record CalibrationError(int bins) {
  /** Checks M. */
  public CalibrationError {
    if (bins < 1) {
      throw new IllegalArgumentException("bins " + bins + " must be at least 1");
    }
  }

  /** The paper's 15 bins. */
  public static CalibrationError ofPaper() {
    return new CalibrationError(15);
  }

  /**
   * The error, in [0, 1].
   *
   * @param probabilities predictions
   * @param labels true classes of the same images
   */
  public double of(ClassProbabilities probabilities, Labels labels) {
    double[] surplus = new double[bins];
    for (int i = 0; i < labels.size(); i++) {
      int predicted = probabilities.predicted(i);
      double confidence = probabilities.at(i, predicted);
      double right = predicted == labels.at(i) ? 1 : 0;
      surplus[bin(confidence)] += right - confidence;
    }
    double sum = 0;
    for (double value : surplus) {
      sum += Math.abs(value);
    }
    return sum / labels.size();
  }

  private int bin(double confidence) {
    int bin = (int) Math.ceil(confidence * bins) - 1;
    return Math.min(bins - 1, Math.max(0, bin));
  }
}
