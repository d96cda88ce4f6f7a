package org.simplexity.kernel.execution;

import java.util.Arrays;
import org.simplexity.kernel.Network;

/** Keeps ∂loss/∂x of the images x where a backward pass ends at them. */
public final class ImageGradients implements Kernel {
  private final Backend backend;
  private final Chunks chunks;
  private final Pass pass;
  private final int size;
  private final double[][] kept;
  private int examples;

  /** Gradients of the images of a network. */
  public ImageGradients(Network network, Backend backend, Chunks chunks, Pass pass) {
    this.backend = backend;
    this.chunks = chunks;
    this.pass = pass;
    this.size = network.input().size();
    this.kept = new double[chunks.count()][];
    for (int chunk = 0; chunk < kept.length; chunk++) {
      kept[chunk] = new double[chunks.size(chunk) * size];
    }
  }

  /** Starts a pass over the loaded examples: 0, as it stays where the loss needs no image. */
  public void clear() {
    for (double[] chunk : kept) {
      Arrays.fill(chunk, 0);
    }
    examples = pass.examples();
  }

  @Override
  public void forward(int chunk) {}

  @Override
  public void backward(int chunk) {
    if (pass.wantsImages() && chunks.start(chunk) < examples) {
      backend.readImageGradient(chunk, kept[chunk]);
    }
  }

  /** A copy for the examples of the pass, [example][channel][row][column]; empty before it. */
  public double[] toArray() {
    double[] all = new double[examples * size];
    for (int chunk = 0; chunk < kept.length && chunks.start(chunk) < examples; chunk++) {
      int valid = Math.min(chunks.size(chunk), examples - chunks.start(chunk));
      System.arraycopy(kept[chunk], 0, all, chunks.start(chunk) * size, valid * size);
    }
    return all;
  }
}
