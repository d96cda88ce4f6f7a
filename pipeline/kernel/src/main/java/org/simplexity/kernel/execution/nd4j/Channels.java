package org.simplexity.kernel.execution.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.BatchMoments;

/**
 * Per-channel numbers of a normalisation on the device, and affine maps by channel made of them.
 *
 * <p>{@code batchnorm(x, mean, variance, scale, shift) → y} with the integers 1, 1, 1 (scale,
 * shift, axis) and the real ε is (x − mean) · scale + shift when variance + ε = 1; both are ½ here,
 * since {@link BatchMoments} has put the deviation into the scale. {@code batchnorm_bp} is of no
 * use: its gradient takes the arrays of one call for the whole batch.
 */
final class Channels {
  private static final long[] INTEGERS = {1, 1, 1};
  private static final double HALF = 0.5;

  private final Device device;
  private final BatchMoments moments;
  private final INDArray half;
  private final INDArray zero;
  private final INDArray one;
  private final INDArray mean;
  private final INDArray scale;
  private final INDArray shift;
  private final INDArray slope;
  private final INDArray term;

  Channels(Device device, BatchMoments moments) {
    this.device = device;
    this.moments = moments;
    this.half = vector();
    this.zero = vector();
    this.one = vector();
    this.mean = vector();
    this.scale = vector();
    this.shift = vector();
    this.slope = vector();
    this.term = vector();
    half.assign(HALF);
    one.assign(1);
  }

  BatchMoments moments() {
    return moments;
  }

  INDArray vector() {
    return device.zeros(moments.means().length);
  }

  void combineForward() {
    moments.combineForward();
    device.put(moments.means(), mean);
    device.put(moments.scales(), scale);
    device.put(moments.shifts(), shift);
  }

  void combineBackward() {
    moments.combineBackward();
    device.put(moments.backwardSlopes(), slope);
    device.put(moments.backwardShifts(), term);
  }

  /** (x − μ) · scale + shift. */
  Call normalise(INDArray x, INDArray y) {
    return affine(List.of(x, mean, half, scale, shift), y);
  }

  /** x − μ. */
  Call centre(INDArray x, INDArray y) {
    return affine(List.of(x, mean, half, one, zero), y);
  }

  /** (x − μ) · slope. */
  Call backwardSlope(INDArray x, INDArray y) {
    return affine(List.of(x, mean, half, slope, zero), y);
  }

  /** g · scale + term. */
  Call backwardScale(INDArray g, INDArray y) {
    return affine(List.of(g, zero, half, scale, term), y);
  }

  private Call affine(List<INDArray> inputs, INDArray y) {
    return device.call("batchnorm", inputs, List.of(y), INTEGERS, HALF);
  }
}
