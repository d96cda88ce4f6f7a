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
 * @param inputGradients whether {@link Plan#inputGradients} is there; it costs memory, and every
 *     backward pass then goes down to the images
 * @param structurePerExample whether each example has a γ of its own; see {@link Plan#structure}.
 *     It costs memory and time: a mixture's gradient is written once for each normalised candidate
 */
public record PlanSettings(
    int batch,
    Precision precision,
    int threads,
    int chunk,
    Engine engine,
    boolean inputGradients,
    boolean structurePerExample) {

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
   * plan, no gradients of images, one γ for the batch.
   */
  public static PlanSettings defaults(int batch) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new PlanSettings(batch, Precision.FLOAT, threads, 0, Engine.AUTOMATIC, false, false);
  }

  /** The same in another precision. */
  public PlanSettings withPrecision(Precision other) {
    return new PlanSettings(
        batch, other, threads, chunk, engine, inputGradients, structurePerExample);
  }

  /** The same on another number of threads. */
  public PlanSettings withThreads(int other) {
    return new PlanSettings(
        batch, precision, other, chunk, engine, inputGradients, structurePerExample);
  }

  /** The same with another size of chunks. */
  public PlanSettings withChunk(int other) {
    return new PlanSettings(
        batch, precision, threads, other, engine, inputGradients, structurePerExample);
  }

  /** The same on another engine. */
  public PlanSettings withEngine(Engine other) {
    return new PlanSettings(
        batch, precision, threads, chunk, other, inputGradients, structurePerExample);
  }

  /** The same with or without gradients with respect to images. */
  public PlanSettings withInputGradients(boolean other) {
    return new PlanSettings(batch, precision, threads, chunk, engine, other, structurePerExample);
  }

  /** The same with a γ for each example, or one for the batch. */
  public PlanSettings withStructurePerExample(boolean other) {
    return new PlanSettings(batch, precision, threads, chunk, engine, inputGradients, other);
  }

  /** Number of γ that a pass reads: the batch's size, or 1. */
  int structureRows() {
    return structurePerExample ? batch : 1;
  }
}
