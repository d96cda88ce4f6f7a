package org.simplexity.kernel.execution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * Per-channel sums of one batch normalisation, in double precision, and the affine maps that follow
 * from them.
 *
 * <p>Chunks leave their mean and their sum of squared deviations, which are merged in the order of
 * the chunks (Chan, Golub and LeVeque 1979), so the statistics are exactly the whole batch's.
 */
public final class BatchMoments {
  private final Operation.Normalise operation;
  private final Chunks chunks;
  private final Vectors vectors;
  private final Pass pass;
  private final int channels;
  private final int area;
  private final double[][] chunkMeans;
  private final double[][] chunkSquares;
  private final double[][] chunkGradients;
  private final double[][] chunkProducts;
  private final double[] mean;
  private final double[] inverse;
  private final double[] scale;
  private final double[] shift;
  private final double[] slope;
  private final double[] term;
  private double outputProduct;

  /** Moments of the input of a normalisation. */
  public BatchMoments(Value value, Chunks chunks, Vectors vectors, Pass pass) {
    this.operation = (Operation.Normalise) value.operation();
    this.chunks = chunks;
    this.vectors = vectors;
    this.pass = pass;
    this.channels = value.shape().channels();
    this.area = value.shape().area();
    this.chunkMeans = new double[chunks.count()][channels];
    this.chunkSquares = new double[chunks.count()][channels];
    this.chunkGradients = new double[chunks.count()][channels];
    this.chunkProducts = new double[chunks.count()][channels];
    this.mean = new double[channels];
    this.inverse = new double[channels];
    this.scale = new double[channels];
    this.shift = new double[channels];
    this.slope = new double[channels];
    this.term = new double[channels];
  }

  /** Whether the pass takes its statistics from the batch. */
  public boolean fromBatch() {
    return pass.mode() == Mode.TRAINING;
  }

  /** Where a chunk leaves its means. */
  public double[] chunkMean(int chunk) {
    return chunkMeans[chunk];
  }

  /** Where a chunk leaves its sums of squared deviations from its own mean. */
  public double[] chunkSquares(int chunk) {
    return chunkSquares[chunk];
  }

  /** Where a chunk leaves Σ g, g the gradient of the normalised value. */
  public double[] chunkGradient(int chunk) {
    return chunkGradients[chunk];
  }

  /** Where a chunk leaves Σ g (x − μ). */
  public double[] chunkProduct(int chunk) {
    return chunkProducts[chunk];
  }

  /** μ by channel. */
  public double[] means() {
    return mean;
  }

  /** Factor of x − μ in the normalised value, and of g in the gradient of x, by channel. */
  public double[] scales() {
    return scale;
  }

  /** Term after the factor, by channel. */
  public double[] shifts() {
    return shift;
  }

  /** Factor of x − μ in the gradient of x, by channel. */
  public double[] backwardSlopes() {
    return slope;
  }

  /** Constant term in the gradient of x, by channel. */
  public double[] backwardShifts() {
    return term;
  }

  /** Merges the chunks and moves the running statistics, or takes these. */
  public void combineForward() {
    for (int channel = 0; channel < channels; channel++) {
      if (fromBatch()) {
        merge(channel);
      } else {
        mean[channel] = vectors.statistics().get(operation.mean().offset() + channel);
        setVariance(channel, vectors.statistics().get(operation.variance().offset() + channel));
      }
      scale[channel] = inverse[channel] * coordinate(operation.scale(), channel, 1);
      shift[channel] = coordinate(operation.shift(), channel, 0);
    }
  }

  private void merge(int channel) {
    double n = 0;
    double mu = 0;
    double squares = 0;
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      double m = (double) chunks.size(chunk) * area;
      double delta = chunkMeans[chunk][channel] - mu;
      squares += chunkSquares[chunk][channel] + delta * delta * n * m / (n + m);
      mu += delta * m / (n + m);
      n += m;
    }
    mean[channel] = mu;
    setVariance(channel, squares / n);
    move(operation.mean(), channel, mu);
    move(operation.variance(), channel, squares / Math.max(1, n - 1));
  }

  private void setVariance(int channel, double variance) {
    inverse[channel] = 1 / Math.sqrt(variance + operation.settings().epsilon());
  }

  private void move(Slice slice, int channel, double value) {
    FlatVector statistics = vectors.statistics();
    double momentum = operation.settings().momentum();
    int index = slice.offset() + channel;
    statistics.set(index, (1 - momentum) * statistics.get(index) + momentum * value);
  }

  /** ⟨g, y⟩ over the batch, y the normalised value, g the gradient that the chunks have summed. */
  public double outputProduct() {
    return outputProduct;
  }

  /**
   * Sums the chunks' gradients; with scale and shift, writes theirs. Running statistics are
   * constants, so in evaluation mode there are no sums and the gradient of x is scale · g.
   */
  public void combineBackward() {
    combineBackward(1);
  }

  /**
   * Sums the chunks' gradients, which are those of the normalised value but for a factor.
   *
   * @param factor of the sums of the chunks, in the gradient of the normalised value
   */
  public void combineBackward(double factor) {
    if (!fromBatch()) {
      Arrays.fill(slope, 0);
      Arrays.fill(term, 0);
      return;
    }
    double n = (double) chunks.batch() * area;
    outputProduct = 0;
    for (int channel = 0; channel < channels; channel++) {
      double raw = sum(chunkGradients, channel);
      double rawProduct = sum(chunkProducts, channel);
      outputProduct += scale[channel] * rawProduct + shift[channel] * raw;
      double gradient = factor * raw;
      double product = factor * rawProduct;
      slope[channel] = -scale[channel] * inverse[channel] * inverse[channel] * product / n;
      term[channel] = -scale[channel] * gradient / n;
      if (pass.wantsWeights()) {
        write(operation.scale(), channel, product * inverse[channel]);
        write(operation.shift(), channel, gradient);
      }
    }
  }

  private void write(@Nullable Slice slice, int channel, double value) {
    if (slice != null) {
      vectors.parameterGradients().set(slice.offset() + channel, value);
    }
  }

  private static double sum(double[][] chunks, int channel) {
    double sum = 0;
    for (double[] chunk : chunks) {
      sum += chunk[channel];
    }
    return sum;
  }

  private double coordinate(@Nullable Slice slice, int channel, double absent) {
    return slice == null ? absent : vectors.parameters().get(slice.offset() + channel);
  }
}
