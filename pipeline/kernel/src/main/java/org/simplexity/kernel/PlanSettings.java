package org.simplexity.kernel;

/**
 * How a network is compiled.
 *
 * <p>Results depend on {@code batch}, {@code precision}, {@code chunk} and {@code engine}, never on
 * {@code threads}.
 *
 * @param batch largest number of examples in a pass, at least 1
 * @param precision arithmetic
 * @param threads worker threads, at least 1
 * @param chunk examples that pass through the network together; 0 lets the plan fit the activations
 *     of a chunk into a core's cache, or take the whole batch at once on a GPU
 * @param engine what to compute with
 */
public record PlanSettings(int batch, Precision precision, int threads, int chunk, Engine engine) {

  /** Checks the bounds. */
  public PlanSettings {
    if (batch < 1 || threads < 1 || chunk < 0) {
      throw new IllegalArgumentException(
          "batch %d and threads %d must be at least 1, chunk %d at least 0"
              .formatted(batch, threads, chunk));
    }
  }

  /**
   * Single precision, one thread for every core of the machine, chunks and engine chosen by the
   * plan.
   */
  public static PlanSettings defaults(int batch) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new PlanSettings(batch, Precision.FLOAT, threads, 0, Engine.AUTOMATIC);
  }

  /** The same in another precision. */
  public PlanSettings withPrecision(Precision other) {
    return new PlanSettings(batch, other, threads, chunk, engine);
  }

  /** The same on another number of threads. */
  public PlanSettings withThreads(int other) {
    return new PlanSettings(batch, precision, other, chunk, engine);
  }

  /** The same with another size of chunks. */
  public PlanSettings withChunk(int other) {
    return new PlanSettings(batch, precision, threads, other, engine);
  }

  /** The same on another engine. */
  public PlanSettings withEngine(Engine other) {
    return new PlanSettings(batch, precision, threads, chunk, other);
  }
}
