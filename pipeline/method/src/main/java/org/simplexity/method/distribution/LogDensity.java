package org.simplexity.method.distribution;

/** A log density at a point, with its gradients. */
public final class LogDensity {
  private final double value;
  private final double[] theta;
  private final double[] coordinates;

  /**
   * Copies the gradients.
   *
   * @param value log density
   * @param theta its gradient with respect to θ
   * @param coordinates its gradient with respect to the point's coordinates, each taken as free
   */
  public LogDensity(double value, double[] theta, double[] coordinates) {
    this.value = value;
    this.theta = theta.clone();
    this.coordinates = coordinates.clone();
  }

  /** The log density. */
  public double value() {
    return value;
  }

  /** Its gradient with respect to θ, a copy. */
  public double[] theta() {
    return theta.clone();
  }

  /** Its gradient with respect to the coordinates, a copy. */
  public double[] coordinates() {
    return coordinates.clone();
  }
}
