package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;
import org.nd4j.linalg.factory.Nd4j;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.graph.Operation;

/**
 * Per-channel numbers of a normalisation on the device, and affine maps by channel made of them.
 *
 * <p>{@code batchnorm(x, mean, variance, scale, shift) → y} with the integers 1, 1, 1 (scale,
 * shift, axis) and the real ε is (x − mean) · scale + shift when variance + ε = 1; both are ½ here,
 * since the deviation is in the scale. {@code batchnorm_bp} is of no use: its gradient takes the
 * arrays of one call for the whole batch.
 *
 * <p>With g the gradient of y and n the numbers a channel: ∂x = scale · g + slope · (x − μ) + term,
 * scale = γ / √(σ² + ε), slope = −scale / (σ² + ε) · Σ g (x − μ) / n, term = −scale · Σ g / n; ∂γ =
 * Σ g (x − μ) / √(σ² + ε), ∂β = Σ g.
 */
final class Channels {
  private static final long[] INTEGERS = {1, 1, 1};
  private static final double HALF = 0.5;

  private final Device device;
  private final Pass pass;
  private final int count;
  private final DeviceMoments moments;
  private final Rows gradients;
  private final Rows products;
  private final INDArray half;
  private final INDArray zero;
  private final INDArray one;
  private final INDArray inverse;
  private final INDArray scale;
  private final INDArray shift;
  private final INDArray slope;
  private final INDArray term;
  private final Call spread;
  private final RSqrt invert;
  private final List<Call> forward = new ArrayList<>();
  private final List<Call> backward = new ArrayList<>();
  private final List<Call> weights = new ArrayList<>();

  Channels(Value value, Chunks chunks, DeviceVectors vectors, Pass pass) {
    Operation.Normalise operation = (Operation.Normalise) value.operation();
    this.device = vectors.device();
    this.pass = pass;
    this.count = value.shape().channels();
    int area = value.shape().area();
    this.moments = new DeviceMoments(operation, area, chunks, vectors, pass);
    this.gradients = new Rows(device, chunks, count);
    this.products = new Rows(device, chunks, count);
    this.half = vector(HALF);
    this.zero = vector(0);
    this.one = vector(1);
    this.inverse = vector(0);
    this.slope = vector(0);
    this.term = vector(0);
    Slice factor = operation.scale();
    this.scale = factor == null ? inverse : vector(0);
    Slice offset = operation.shift();
    this.shift = offset == null ? zero : vectors.parameters(offset);
    INDArray epsilon = device.constant(operation.settings().epsilon());
    this.spread = device.binary("add", moments.variance(), epsilon, inverse);
    this.invert = new RSqrt(inverse, inverse);
    compileBackward((double) chunks.batch() * area);
    compileAffine(factor, offset, vectors);
  }

  private INDArray vector(double value) {
    INDArray vector = device.zeros(count);
    vector.assign(value);
    return vector;
  }

  private void compileBackward(double n) {
    if (!gradients.isOne()) {
      backward.add(gradients.sum(gradients.all()));
      backward.add(products.sum(products.all()));
    }
    backward.add(device.binary("multiply", scale, device.constant(-1 / n), slope));
    backward.add(device.binary("multiply", slope, gradients.merged(), term));
    backward.add(device.binary("multiply", slope, inverse, slope));
    backward.add(device.binary("multiply", slope, inverse, slope));
    backward.add(device.binary("multiply", slope, products.merged(), slope));
  }

  private void compileAffine(
      @Nullable Slice factor, @Nullable Slice offset, DeviceVectors vectors) {
    if (factor != null) {
      forward.add(device.binary("multiply", inverse, vectors.parameters(factor), scale));
      INDArray gradient = vectors.parameterGradients(factor);
      weights.add(device.binary("multiply", products.merged(), inverse, gradient));
    }
    if (offset != null) {
      INDArray gradient = vectors.parameterGradients(offset);
      weights.add(device.binary("add", gradients.merged(), zero, gradient));
    }
  }

  DeviceMoments moments() {
    return moments;
  }

  /** Where a chunk leaves Σ g. */
  INDArray gradient(int chunk) {
    return gradients.row(chunk);
  }

  /** Where a chunk leaves Σ g (x − μ). */
  INDArray product(int chunk) {
    return products.row(chunk);
  }

  void combineForward() {
    moments.combine();
    spread.run();
    Nd4j.getExecutioner().exec(invert);
    forward.forEach(Call::run);
  }

  /** In evaluation mode the statistics are constants: slope and term are 0. */
  void combineBackward() {
    if (!moments.fromBatch()) {
      slope.assign(0);
      term.assign(0);
      return;
    }
    backward.forEach(Call::run);
    if (pass.wantsWeights()) {
      weights.forEach(Call::run);
    }
  }

  /** (x − μ) · scale + shift. */
  Call normalise(INDArray x, INDArray y) {
    return affine(List.of(x, moments.mean(), half, scale, shift), y);
  }

  /** x − μ. */
  Call centre(INDArray x, INDArray y) {
    return affine(List.of(x, moments.mean(), half, one, zero), y);
  }

  /** (x − μ) · slope. */
  Call backwardSlope(INDArray x, INDArray y) {
    return affine(List.of(x, moments.mean(), half, slope, zero), y);
  }

  /** g · scale + term. */
  Call backwardScale(INDArray g, INDArray y) {
    return affine(List.of(g, zero, half, scale, term), y);
  }

  private Call affine(List<INDArray> inputs, INDArray y) {
    return device.call("batchnorm", inputs, List.of(y), INTEGERS, HALF);
  }
}
