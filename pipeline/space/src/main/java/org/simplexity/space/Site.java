package org.simplexity.space;

/**
 * The place at which an operation is built.
 *
 * @param channels channels of its input and of its output
 * @param stride 1, or 2 on the edges that leave the inputs of a reduction cell
 * @param form search, inherited or evaluation
 */
public record Site(int channels, int stride, Form form) {
  /** Checks channels and stride. */
  public Site {
    if (channels < 1) {
      throw new IllegalArgumentException("channels " + channels + " is not at least 1");
    }
    if (stride != 1 && stride != 2) {
      throw new IllegalArgumentException("stride " + stride + " is neither 1 nor 2");
    }
  }
}
