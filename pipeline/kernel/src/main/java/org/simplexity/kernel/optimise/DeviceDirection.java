package org.simplexity.kernel.optimise;

import org.simplexity.kernel.DeviceVector;
import org.simplexity.kernel.FlatVector;

/** g' = min(1, largestNorm / ‖g‖) · g + weightDecay · w where the vectors lie on a device. */
final class DeviceDirection {
  private final DeviceVector direction;

  DeviceDirection(DeviceVector like) {
    this.direction = like.zerosLike();
  }

  /** The direction, which the caller may change; the next call overwrites it. */
  DeviceVector of(DeviceVector w, FlatVector g, UpdateRule.Step step) {
    direction.copyFrom(g);
    if (step.largestNorm() != 0) {
      direction.limitNorm(step.largestNorm());
    }
    direction.add(step.weightDecay(), w);
    return direction;
  }
}
