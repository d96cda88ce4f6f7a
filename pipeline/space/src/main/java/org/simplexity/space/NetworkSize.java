package org.simplexity.space;

import java.util.List;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;

/**
 * How large a network is, in all and part by part.
 *
 * <p>Multiply-adds are the multiplications with weights in convolutions and linear layers for one
 * image; normalisations, pools, sums and biases count nothing. The auxiliary head, which only
 * training computes, is in neither number.
 *
 * @param parameters number of weights
 * @param multiplyAdds multiply-adds for one image
 * @param auxiliaryParameters number of weights of the auxiliary head, 0 if there is none
 * @param parts the same part by part, adding up to the whole
 */
public record NetworkSize(
    long parameters, long multiplyAdds, long auxiliaryParameters, List<PartSize> parts) {
  /** Copies the list. */
  public NetworkSize {
    parts = List.copyOf(parts);
  }

  /**
   * Size of one part.
   *
   * @param name scope of its weights
   * @param kind what it is
   * @param output shape of its output for one image
   * @param parameters number of weights
   * @param multiplyAdds multiply-adds for one image
   */
  public record PartSize(
      String name, String kind, Shape output, long parameters, long multiplyAdds) {}

  /**
   * Counts a network; nothing is computed with it.
   *
   * @param blueprint network and parts
   */
  public static NetworkSize of(Blueprint blueprint) {
    Network network = blueprint.network();
    return new NetworkSize(
        network.parameterCount(),
        network.multiplyAdds(),
        network.auxiliaryParameterCount(),
        blueprint.parts().stream().map(part -> of(network, part)).toList());
  }

  private static PartSize of(Network network, Part part) {
    String prefix = part.scope() + ".";
    long parameters =
        network.parameters().slices().stream()
            .filter(slice -> slice.name().startsWith(prefix))
            .mapToLong(Slice::length)
            .sum();
    return new PartSize(
        part.scope(), part.kind(), part.output(), parameters, network.multiplyAdds(prefix));
  }
}
