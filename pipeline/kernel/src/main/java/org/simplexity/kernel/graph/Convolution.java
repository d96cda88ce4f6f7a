package org.simplexity.kernel.graph;

/**
 * Settings of a convolution over all channels (a cross-correlation, as everywhere in this field).
 *
 * @param outputChannels number of output channels, at least 1
 * @param window geometry
 * @param bias whether a term is added per output channel
 */
public record Convolution(int outputChannels, Window window, boolean bias) {

  /** Checks the number of channels. */
  public Convolution {
    if (outputChannels < 1) {
      throw new IllegalArgumentException(
          "output channels " + outputChannels + " must be at least 1");
    }
  }

  /** A convolution without bias, as before a normalisation. */
  public static Convolution of(int outputChannels, Window window) {
    return new Convolution(outputChannels, window, false);
  }

  /** This convolution with a bias. */
  public Convolution withBias() {
    return new Convolution(outputChannels, window, true);
  }
}
