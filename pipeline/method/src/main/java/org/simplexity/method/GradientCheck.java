package org.simplexity.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Compares the gradient that a function claims with central differences of its values.
 *
 * <p>For each group b of coordinates the function is moved along v = g_b / ‖g_b‖, g_b the claimed
 * gradient in that group; with D = f(x + hv) − f(x − hv) and P = 2h gᵀv the error is |P − D| /
 * max(|P|, |D|). A gradient that is c times the true one has the error 1 − 1/c for c &gt; 1 and 1 −
 * c below. The step h is such that P is a thousandth of the loss: well above the rounding of single
 * precision (about 1e-6 of the loss) and too small to cross many kinks of ReLU and max pooling.
 * Where the two still differ by more than a hundredth, smaller and larger steps are tried, and the
 * best agreement counts, since no step makes a wrong gradient right. A group whose claimed gradient
 * is exactly 0 is moved along fixed signs.
 */
final class GradientCheck {
  /** P by the loss. */
  private static final double CHANGE = 1e-3;

  /** D and P below this share of the loss are rounding errors. */
  private static final double NOISE = 1e-5;

  /** The farthest step by the norm of what is moved. */
  private static final double FARTHEST = 0.02;

  /** Errors below this are not worth another step. */
  private static final double GOOD = 0.01;

  private static final double[] STEPS = {1, 0.5, 0.25, 2};
  private static final double WORST = 2;

  private final LossFunction function;
  private final double[] point;
  private final double[] gradient;
  private final double loss;

  private GradientCheck(LossFunction function) {
    this.function = function;
    this.point = function.point();
    this.gradient = function.gradient();
    this.loss = Math.abs(function.at(point));
  }

  /**
   * Checks a gradient where the function stands; leaves the function at some other point.
   *
   * @param function function and its gradient
   * @param groups coordinates that are moved together
   */
  static GradientErrors of(LossFunction function, List<CoordinateGroup> groups) {
    GradientCheck check = new GradientCheck(function);
    Map<String, Double> errors = new LinkedHashMap<>();
    groups.forEach(group -> check.measure(group, errors));
    return new GradientErrors(errors, groups.size() - errors.size());
  }

  private void measure(CoordinateGroup group, Map<String, Double> errors) {
    double norm = group.norm(gradient);
    if (!Double.isFinite(norm) || !Double.isFinite(loss)) {
      errors.put(group.name(), WORST);
      return;
    }
    double[] direction = norm == 0 ? signs(group) : scaled(1 / norm);
    double reach = FARTHEST * Math.max(1, group.norm(point));
    double step = norm == 0 ? reach : Math.min(reach, CHANGE * loss / (2 * norm));
    OptionalDouble best = best(group, step, direction);
    best.ifPresent(error -> errors.put(group.name(), error));
  }

  private OptionalDouble best(CoordinateGroup group, double step, double[] direction) {
    OptionalDouble best = OptionalDouble.empty();
    for (double factor : STEPS) {
      OptionalDouble error = error(group, factor * step, direction);
      if (best.isEmpty() || error.orElse(WORST) < best.getAsDouble()) {
        best = error;
      }
      if (best.orElse(WORST) < GOOD) {
        return best;
      }
    }
    return best;
  }

  /** Relative error at one step; empty where neither side is more than rounding. */
  private OptionalDouble error(CoordinateGroup group, double step, double[] direction) {
    double[] above = group.moved(point, step, direction);
    double[] below = group.moved(point, -step, direction);
    double claimed = group.inner(gradient, above) - group.inner(gradient, below);
    double measured = function.at(above) - function.at(below);
    double size = Math.max(Math.abs(claimed), Math.abs(measured));
    if (!Double.isFinite(size)) {
      return OptionalDouble.of(WORST);
    }
    if (size == 0) {
      return OptionalDouble.of(0);
    }
    return size < NOISE * loss
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.abs(claimed - measured) / size);
  }

  private double[] scaled(double factor) {
    double[] scaled = gradient.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  /** A direction of length 1 that no symmetry of a network is likely to have. */
  private double[] signs(CoordinateGroup group) {
    double[] signs = new double[point.length];
    double size = 1 / Math.sqrt(group.size());
    for (int i = 0; i < signs.length; i++) {
      signs[i] = Integer.bitCount(i * 0x9E3779B9) % 2 == 0 ? size : -size;
    }
    return signs;
  }
}
