package org.simplexity.exchange.dl4j;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;

/** Gathers the numbers of slices while a network is built. */
final class Numbers {
  private final Path file;
  private final Map<String, float[]> arrays = new LinkedHashMap<>();

  Numbers(Path file) {
    this.file = file;
  }

  /** Takes an array in the slice's order. */
  void put(Slice slice, INDArray array) {
    put(slice, array.dup('c').data().asFloat());
  }

  /** Takes numbers in the slice's order. */
  void put(Slice slice, float[] values) {
    if (values.length != slice.length()) {
      throw new ExchangeException(
          "%s holds %d numbers for '%s', which needs %s"
              .formatted(file, values.length, slice.name(), slice.shape()));
    }
    arrays.put(slice.name(), values.clone());
  }

  FinishedNetwork finish(Network network, Map<String, Double> factors) {
    float[] structure = new float[network.structure().length()];
    factors.forEach(
        (name, factor) ->
            network
                .structure()
                .find(name)
                .ifPresent(slice -> structure[slice.offset()] = factor.floatValue()));
    return new FinishedNetwork(network, vector(network.parameters()), vector(network.statistics()))
        .withStructure(structure);
  }

  private float[] vector(Layout layout) {
    float[] vector = new float[layout.length()];
    for (Slice slice : layout.slices()) {
      float[] values = arrays.get(slice.name());
      if (values == null) {
        throw new IllegalStateException("no numbers were taken for " + slice.name());
      }
      System.arraycopy(values, 0, vector, slice.offset(), values.length);
    }
    return vector;
  }
}
