package org.simplexity.method.bilevel;

import java.util.function.UnaryOperator;

/**
 * How far a gradient is carried along a direction to be differenced: ε = relative · (1 + ‖x‖) /
 * ‖v‖, so that the point moves by {@code relative} of its own size, whatever the direction's.
 *
 * <p>A central difference errs by ε² of the third derivative and by δ/ε of the rounding δ of the
 * gradient; both together are least near ε = δ^⅓.
 *
 * @param relative length of the move relative to 1 + ‖x‖, positive
 */
public record DifferenceStep(double relative) {
  /** Checks the bound. */
  public DifferenceStep {
    if (!(relative > 0) || Double.isInfinite(relative)) {
      throw new IllegalArgumentException(
          "relative step " + relative + " must be positive and finite");
    }
  }

  /** The step for gradients in double precision: (2⁻⁵²)^⅓ ≈ 6.1e-6. */
  public static DifferenceStep doublePrecision() {
    return new DifferenceStep(Math.cbrt(Math.ulp(1.0)));
  }

  /** The step for gradients in single precision: (2⁻²³)^⅓ ≈ 4.9e-3. */
  public static DifferenceStep singlePrecision() {
    return new DifferenceStep(Math.cbrt(Math.ulp(1.0f)));
  }

  /**
   * The directional derivative (f(x + εv) − f(x − εv)) / 2ε ≈ (∂f/∂x) v; no call where v = 0.
   *
   * @param field f
   * @param point x
   * @param direction v, of the length of x
   * @param length of f(x)
   */
  double[] derivative(
      UnaryOperator<double[]> field, double[] point, double[] direction, int length) {
    double size = FlatAlgebra.norm(direction);
    if (size == 0) {
      return new double[length];
    }
    double step = relative * (1 + FlatAlgebra.norm(point)) / size;
    double[] above = field.apply(FlatAlgebra.plus(point, step, direction));
    double[] below = field.apply(FlatAlgebra.plus(point, -step, direction));
    return FlatAlgebra.times(1 / (2 * step), FlatAlgebra.plus(above, -1, below));
  }
}
