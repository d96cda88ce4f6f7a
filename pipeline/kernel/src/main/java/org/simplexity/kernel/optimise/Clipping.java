package org.simplexity.kernel.optimise;

import org.simplexity.kernel.DeviceVector;
import org.simplexity.kernel.FlatVector;

/** Bounds on a gradient. */
public final class Clipping {
  private Clipping() {}

  /**
   * Factor that brings a gradient to a Euclidean norm of at most {@code largest}: min(1, largest /
   * ‖g‖), as {@code clip_grad_norm_} of PyTorch but without its 1e-6.
   *
   * @param gradient gradient, not changed
   * @param largest largest norm; 0 turns clipping off
   */
  public static double scale(FlatVector gradient, double largest) {
    if (largest == 0) {
      return 1;
    }
    double norm = gradient.norm();
    return norm > largest ? largest / norm : 1;
  }

  /**
   * Brings every coordinate into [−largest, largest], in place.
   *
   * @param gradient gradient, changed
   * @param largest largest absolute value; 0 turns clipping off
   */
  public static void byValue(FlatVector gradient, double largest) {
    if (largest == 0) {
      return;
    }
    if (gradient instanceof DeviceVector device) {
      device.limitValues(largest);
      return;
    }
    for (int i = 0; i < gradient.length(); i++) {
      double value = gradient.get(i);
      if (Math.abs(value) > largest) {
        gradient.set(i, Math.copySign(largest, value));
      }
    }
  }
}
