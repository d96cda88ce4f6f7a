package org.simplexity.exchange;

import org.simplexity.kernel.Shape;

/** A network that can be asked for its answers, whatever computes them. Not safe for threads. */
public interface Evaluator extends AutoCloseable {

  /** Shape of one image. */
  Shape input();

  /** Number of classes. */
  int classes();

  /**
   * The logits of some images.
   *
   * @param images [example][channel][row][column], at least {@code count} examples
   * @param count number of examples, at least 1
   * @return [example][class], {@code count} × {@link #classes}; a format that holds only
   *     probabilities p gives ln p, which differs by a constant for each example
   */
  float[] logits(float[] images, int count);

  @Override
  void close();
}
