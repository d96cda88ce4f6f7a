package org.simplexity.method.weights;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.space.PlainNetworks;

/**
 * Network of fixed structure whose weights are fitted.
 *
 * @param kind linear, perceptron or convolutional network
 * @param hidden hidden units of a perceptron; others do not use it
 */
public record FamilyNetwork(Kind kind, @Min(1) @Max(65_536) int hidden) {
  /** The networks of the document on hypernetworks and pruning. */
  public enum Kind {
    /** One dense layer: softmax regression. */
    LINEAR,
    /** Two dense layers. */
    PERCEPTRON,
    /** Four convolutions and three dense layers. */
    CONVOLUTIONAL
  }

  /** A perceptron with 50 hidden units. */
  public static FamilyNetwork defaults() {
    return new FamilyNetwork(Kind.PERCEPTRON, 50);
  }

  /**
   * The network for images.
   *
   * @param input shape of one image
   * @param classes number of classes
   */
  public Network build(Shape input, int classes) {
    return switch (kind) {
      case LINEAR -> PlainNetworks.linear(input, classes);
      case PERCEPTRON -> PlainNetworks.perceptron(input, hidden, classes);
      case CONVOLUTIONAL -> PlainNetworks.convolutional(input, classes);
    };
  }
}
