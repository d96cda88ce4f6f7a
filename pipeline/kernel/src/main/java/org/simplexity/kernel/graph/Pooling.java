package org.simplexity.kernel.graph;

/**
 * Settings of a maximum or average over windows; padding counts neither as a value nor in averages.
 *
 * @param window geometry; the padding must be at most half the kernel, the dilation 1
 */
public record Pooling(Window window) {

  /** Checks that every window holds at least one pixel of the input. */
  public Pooling {
    if (2 * window.padding() > window.kernel()) {
      throw new IllegalArgumentException(
          "padding %d of a pooling must be at most half its kernel %d"
              .formatted(window.padding(), window.kernel()));
    }
    if (window.dilation() != 1) {
      throw new IllegalArgumentException(
          "dilation " + window.dilation() + " of a pooling must be 1");
    }
  }
}
