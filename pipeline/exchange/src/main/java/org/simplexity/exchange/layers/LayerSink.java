package org.simplexity.exchange.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Window;

/**
 * What a format can express; each method adds one layer and returns its result.
 *
 * <p>Windows come with PyTorch's explicit padding. Inputs are images unless a method says
 * otherwise.
 */
public interface LayerSink {
  /** Name of the images in every file. */
  String IMAGES = "images";

  /** Name of the logits in every file. */
  String LOGITS = "logits";

  /** The images. */
  Node input(Shape shape);

  /** Convolution; weight [out, in, rows, columns], bias [out] or null. */
  Node convolution(Made made, Node x, Window window, NamedArray weight, @Nullable NamedArray bias);

  /** Convolution of every channel on its own; weight [channels, 1, rows, columns]. */
  Node depthwise(Made made, Node x, Window window, NamedArray weight);

  /** W x + b of a vector; weight [out, in]. */
  Node dense(Made made, Node x, NamedArray weight, NamedArray bias);

  /** Maximum over windows. */
  Node maxPool(Made made, Node x, Window window);

  /** Average over windows, padding not counted. */
  Node averagePool(Made made, Node x, Window window);

  /** Average of every channel. */
  Node globalAverage(Made made, Node x);

  /** max(x, 0) of an image or a vector. */
  Node rectify(Made made, Node x);

  /** Batch normalisation of an image or a vector. */
  Node normalise(Made made, Node x, Normalisation numbers);

  /** Zeros. */
  Node zero(Made made);

  /** Every stride-th pixel from an offset, zeros beyond the edge. */
  Node subsample(Made made, Node x, Operation.Subsample settings);

  /** Channels one after another, of at least two values of one form. */
  Node concatenate(Made made, List<Node> xs);

  /** Sum of at least two values of one form. */
  Node sum(Made made, List<Node> xs);

  /** factor · x of an image or a vector; for mixtures. */
  Node scale(Made made, Node x, double factor);

  /** An image as a vector: channels, rows, columns. */
  Node flatten(Node x);

  /** A vector of c numbers as an image of c × 1 × 1. */
  Node unflatten(Node x);

  /** Ends the network: its answer is this vector, under the name {@link #LOGITS}. */
  void finish(Node logits);

  /**
   * What a layer makes.
   *
   * @param name name of the result
   * @param shape its shape for one example
   */
  record Made(String name, Shape shape) {}
}
