package org.simplexity.kernel.execution.onednn;

import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * Heap arrays of one worker that pieces of native buffers pass through.
 *
 * <p>Copying a tile into the first-level cache and looping over plain arrays is several times
 * faster than indexing a direct buffer, whose loops the compiler does not vectorise.
 */
final class Tiles {
  /** Floats in a tile: a handful of tiles fit a 32 KiB first-level cache. */
  private static final int LENGTH = 1024;

  /** Tiles that the most demanding of the fixed loops uses: a normalisation's backward pass. */
  private static final int FIXED = 9;

  private final float[][] fixed;
  private final float[][] sums;

  /**
   * What a network's kernels need.
   *
   * @param widestPixel largest number of channels or of floats in a row that is copied whole
   * @param widestSum largest number of inputs of one operation
   */
  record Needs(int widestPixel, int widestSum) {}

  static Needs needs(Network network) {
    int pixel =
        network.values().stream()
            .mapToInt(value -> value.shape().channels() * value.shape().width())
            .max()
            .orElse(1);
    int sum = network.values().stream().mapToInt(Tiles::terms).max().orElse(1);
    return new Needs(pixel, sum);
  }

  /** Inputs of a value, those of mixtures among them counted one by one. */
  private static int terms(Value value) {
    return value.inputs().stream()
        .mapToInt(input -> input.operation() instanceof Operation.Mix ? input.inputs().size() : 1)
        .sum();
  }

  Tiles(Needs needs) {
    int length = Math.max(LENGTH, needs.widestPixel());
    this.fixed = new float[FIXED][length];
    this.sums = new float[needs.widestSum()][length];
  }

  float[] get(int index) {
    return fixed[index];
  }

  /** An accumulator for each input of an operation. */
  float[] sum(int index) {
    return sums[index];
  }

  /** Floats of a tile of whole pixels. */
  static int length(int channels) {
    return Math.max(1, LENGTH / channels) * channels;
  }
}
