package org.simplexity.space;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;

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
    Map<String, long[]> sums = new HashMap<>();
    blueprint.parts().forEach(part -> sums.put(part.scope(), new long[2]));
    for (Slice slice : network.parameters().slices()) {
      add(sums, slice, 0, slice.length());
    }
    for (Value value : network.counted()) {
      value.operation().weights().stream()
          .limit(1)
          .forEach(slice -> add(sums, slice, 1, value.multiplyAdds()));
    }
    return new NetworkSize(
        network.parameterCount(),
        network.multiplyAdds(),
        network.auxiliaryParameterCount(),
        blueprint.parts().stream().map(part -> of(part, sums)).toList());
  }

  /** Adds to the sum of the part whose scope the slice's name begins with. */
  private static void add(Map<String, long[]> sums, Slice slice, int column, long count) {
    String name = slice.name();
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      long[] sum = sums.get(name.substring(0, dot));
      if (sum != null) {
        sum[column] += count;
        return;
      }
    }
  }

  private static PartSize of(Part part, Map<String, long[]> sums) {
    long[] sum = Objects.requireNonNull(sums.get(part.scope()));
    return new PartSize(part.scope(), part.kind(), part.output(), sum[0], sum[1]);
  }
}
