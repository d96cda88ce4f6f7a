package org.simplexity.kernel.execution;

import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;

/** Division of a batch into chunks whose sizes differ by at most 1; independent of threads. */
public final class Chunks {
  /**
   * Size of the largest activation of one chunk, which is a cell's output: the activations inside
   * the cell are a fraction of it, and a few of those fit a core's second-level cache.
   */
  private static final long TARGET_BYTES = 1792 << 10;

  private final int batch;
  private final int count;

  private Chunks(int batch, int count) {
    this.batch = batch;
    this.count = count;
  }

  /** Chunks of {@code settings.chunk()} examples, or of what fits the cache. */
  public static Chunks of(Network network, PlanSettings settings) {
    int size = settings.chunk() > 0 ? settings.chunk() : fitting(network, settings.batch());
    int count = (settings.batch() + size - 1) / size;
    boolean chosen = settings.chunk() > 0;
    return new Chunks(settings.batch(), chosen ? count : even(count, settings.batch()));
  }

  /** An even number of chunks, so that two cores have equal work. */
  private static int even(int count, int batch) {
    return Math.min(batch, count + count % 2);
  }

  /** Two chunks at least wherever there is work for two cores. */
  private static int fitting(Network network, int batch) {
    long largest =
        network.values().stream().mapToLong(value -> value.shape().size()).max().orElse(1);
    long fitting = Math.max(1, TARGET_BYTES / (Float.BYTES * largest));
    int half = (batch + 1) / 2;
    return (int) Math.min(fitting, Math.max(1, half));
  }

  /** Number of chunks. */
  public int count() {
    return count;
  }

  /** Examples in all. */
  public int batch() {
    return batch;
  }

  /** First example of a chunk. */
  public int start(int chunk) {
    return (int) ((long) batch * chunk / count);
  }

  /** The chunk of an example. */
  public int of(int example) {
    int chunk = (int) ((long) example * count / batch);
    return example < start(chunk) ? chunk - 1 : example >= start(chunk + 1) ? chunk + 1 : chunk;
  }

  /** Examples in a chunk. */
  public int size(int chunk) {
    return start(chunk + 1) - start(chunk);
  }
}
