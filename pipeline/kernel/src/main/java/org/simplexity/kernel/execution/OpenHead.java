package org.simplexity.kernel.execution;

import java.util.Arrays;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Value;

/** The end of a network without a loss: the gradient of its outputs is given from outside. */
public final class OpenHead implements Head {
  private static final String NO_LOSS =
      "the network has no loss and no labels; its outputs and their gradient are there instead";

  private final Backend backend;
  private final Value outputs;
  private final Chunks chunks;
  private final Pass pass;
  private final VectorReader reader;
  private final double[] gradient;

  /** An end behind these outputs. */
  public OpenHead(Backend backend, Value outputs, Chunks chunks, Pass pass) {
    this.backend = backend;
    this.outputs = outputs;
    this.chunks = chunks;
    this.pass = pass;
    this.reader = new VectorReader(backend, outputs, chunks, pass);
    this.gradient = new double[chunks.batch() * reader.width()];
  }

  /**
   * Takes ∂loss/∂outputs for the next backward pass.
   *
   * @param given [example][output] for the loaded examples
   * @throws IllegalArgumentException if the length does not fit
   */
  public void give(double[] given) {
    int needed = pass.examples() * reader.width();
    if (given.length != needed) {
      throw new IllegalArgumentException(
          "a gradient of length %d was given, %d examples with %d outputs need %d"
              .formatted(given.length, pass.examples(), reader.width(), needed));
    }
    System.arraycopy(given, 0, gradient, 0, needed);
    Arrays.fill(gradient, needed, gradient.length, 0);
  }

  /** Throws: there are no labels. */
  @Override
  public void load(int[] labels, int count) {
    throw new IllegalStateException(NO_LOSS);
  }

  /** An outcome that throws when it is asked for its loss. */
  @Override
  public Outcome outcome() {
    return new Outcome(
        () -> {
          throw new IllegalStateException(NO_LOSS);
        },
        pass.examples());
  }

  @Override
  public double[] logits() {
    return reader.read();
  }

  /** Nothing follows the outputs. */
  @Override
  public void forward(int chunk) {}

  @Override
  public void backward(int chunk) {
    int width = reader.width();
    int from = chunks.start(chunk) * width;
    int to = from + chunks.size(chunk) * width;
    backend.writeGradient(outputs, chunk, Arrays.copyOfRange(gradient, from, to));
  }
}
