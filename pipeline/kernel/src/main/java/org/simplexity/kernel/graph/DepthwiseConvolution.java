package org.simplexity.kernel.graph;

/**
 * Settings of a convolution of every channel with its own window, without bias.
 *
 * @param window geometry
 */
public record DepthwiseConvolution(Window window) {}
