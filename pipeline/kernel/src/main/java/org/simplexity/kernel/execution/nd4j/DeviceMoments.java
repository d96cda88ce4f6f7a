package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.graph.Operation;

/**
 * Mean and variance of one normalisation by channel, on the device: of the batch, merged over its
 * chunks, or the running ones.
 *
 * <p>With the share s_k of the batch in chunk k: μ = Σ s_k μ_k, σ² = Σ s_k (σ_k² + (μ_k − μ)²),
 * which is exactly the whole batch's (Chan, Golub and LeVeque 1979). Running statistics follow r ←
 * (1 − m) r + m x, x the mean or the unbiased variance n / (n − 1) σ².
 */
final class DeviceMoments {
  private final Device device;
  private final Pass pass;
  private final Rows means;
  private final Rows variances;
  private final INDArray runningMean;
  private final INDArray runningVariance;
  private final List<Call> merge = new ArrayList<>();
  private final List<Call> move = new ArrayList<>();

  DeviceMoments(
      Operation.Normalise operation, int area, Chunks chunks, DeviceVectors vectors, Pass pass) {
    this.device = vectors.device();
    this.pass = pass;
    int channels = operation.mean().length();
    this.means = new Rows(device, chunks, channels);
    this.variances = new Rows(device, chunks, channels);
    this.runningMean = vectors.statistics(operation.mean());
    this.runningVariance = vectors.statistics(operation.variance());
    if (!means.isOne()) {
      merge(chunks, channels);
    }
    double n = (double) chunks.batch() * area;
    double momentum = operation.settings().momentum();
    INDArray scratch = device.zeros(channels);
    move(runningMean, means.merged(), momentum, momentum, scratch);
    move(runningVariance, variances.merged(), momentum, momentum * n / Math.max(1, n - 1), scratch);
  }

  private void merge(Chunks chunks, int channels) {
    INDArray shares = device.zeros(chunks.count(), 1);
    double[] numbers = new double[chunks.count()];
    for (int chunk = 0; chunk < numbers.length; chunk++) {
      numbers[chunk] = (double) chunks.size(chunk) / chunks.batch();
    }
    device.put(numbers, shares);
    INDArray scratch = device.zeros(chunks.count(), channels);
    merge.add(device.binary("multiply", means.all(), shares, scratch));
    merge.add(means.sum(scratch));
    merge.add(device.binary("subtract", means.all(), means.merged(), scratch));
    merge.add(device.binary("multiply", scratch, scratch, scratch));
    merge.add(device.binary("add", scratch, variances.all(), scratch));
    merge.add(device.binary("multiply", scratch, shares, scratch));
    merge.add(variances.sum(scratch));
  }

  /** r ← (1 − momentum) r + factor x. */
  private void move(INDArray r, INDArray x, double momentum, double factor, INDArray scratch) {
    move.add(device.binary("multiply", r, device.constant(1 - momentum), r));
    move.add(device.binary("multiply", x, device.constant(factor), scratch));
    move.add(device.binary("add", r, scratch, r));
  }

  /** μ. */
  INDArray mean() {
    return means.merged();
  }

  /** σ². */
  INDArray variance() {
    return variances.merged();
  }

  /** Leaves the mean and variance of a chunk, if the pass takes them from the batch. */
  void measure(Call call) {
    if (fromBatch()) {
      call.run();
    }
  }

  /** Mean and variance of this array as those of a chunk. */
  Call measuring(INDArray x, int chunk) {
    return device.call(
        "moments",
        List.of(x),
        List.of(means.row(chunk), variances.row(chunk)),
        new long[] {0, 2, 3});
  }

  /** Merges the chunks and moves the running statistics, or takes these. */
  void combine() {
    if (fromBatch()) {
      merge.forEach(Call::run);
      move.forEach(Call::run);
    } else {
      mean().assign(runningMean);
      variance().assign(runningVariance);
    }
  }

  /** Whether the pass takes mean and variance from the batch. */
  boolean fromBatch() {
    return pass.mode() == Mode.TRAINING;
  }
}
