package org.simplexity.method.autoencoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;

/** Fitted vectors of an autoencoder as named arrays. */
final class AutoencoderArchive {
  private AutoencoderArchive() {}

  static void write(Autoencoder autoencoder, Path file) throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    for (FittedVector vector : autoencoder.fitted()) {
      float[] values = vector.values().toFloatArray();
      switch (vector.name()) {
        case "encoder" -> arrays.addAll(layers("encoder", autoencoder.encoder(), values));
        case "decoder" -> arrays.addAll(layers("decoder", autoencoder.decoder(), values));
        default -> arrays.addAll(factors(values));
      }
    }
    NumpyArchive.write(file, arrays);
  }

  private static List<NamedArray> layers(String name, Network network, float[] values) {
    List<NamedArray> arrays = new ArrayList<>();
    for (Slice slice : network.parameters().slices()) {
      float[] part = Arrays.copyOfRange(values, slice.offset(), slice.end());
      arrays.add(new NamedArray(name + "." + slice.name(), slice.shape(), part));
    }
    return arrays;
  }

  private static List<NamedArray> factors(float[] values) {
    int units = values.length / 2;
    List<Integer> shape = List.of(units);
    return List.of(
        new NamedArray("relevance.mean", shape, Arrays.copyOf(values, units)),
        new NamedArray(
            "relevance.log_deviation", shape, Arrays.copyOfRange(values, units, 2 * units)));
  }
}
