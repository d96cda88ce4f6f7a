package org.simplexity.exchange.layers;

import org.simplexity.kernel.Shape;

/**
 * A value in a file.
 *
 * @param name its name there
 * @param shape shape for one example
 * @param flat whether it is [batch, channels] there; otherwise [batch, channels, height, width]
 */
public record Node(String name, Shape shape, boolean flat) {

  /** An image: [batch, channels, height, width]. */
  public static Node image(String name, Shape shape) {
    return new Node(name, shape, false);
  }

  /** A vector: [batch, length]. */
  public static Node vector(String name, int length) {
    return new Node(name, Shape.vector(length), true);
  }

  /** A value of the same form. */
  public Node like(String other, Shape otherShape) {
    return new Node(other, otherShape, flat);
  }
}
