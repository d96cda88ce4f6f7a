package org.simplexity.method;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;

/** Weights and running statistics of a network by name of their slices. */
public final class NetworkWeights {
  private final Map<String, NamedArray> arrays;

  private NetworkWeights(Map<String, NamedArray> arrays) {
    this.arrays = arrays;
  }

  /**
   * Takes the flat vectors of a network apart.
   *
   * @param network network
   * @param parameters its weights
   * @param statistics its running statistics
   */
  public static NetworkWeights of(Network network, float[] parameters, float[] statistics) {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    slice(network.parameters(), parameters, arrays);
    slice(network.statistics(), statistics, arrays);
    return new NetworkWeights(arrays);
  }

  private static void slice(Layout layout, float[] vector, Map<String, NamedArray> arrays) {
    for (Slice slice : layout.slices()) {
      float[] values = Arrays.copyOfRange(vector, slice.offset(), slice.end());
      arrays.put(slice.name(), new NamedArray(slice.name(), slice.shape(), values));
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file archive of arrays
   * @throws IOException if it cannot be read
   */
  public static NetworkWeights read(Path file) throws IOException {
    return new NetworkWeights(NumpyArchive.read(file));
  }

  /**
   * Writes an archive that NumPy reads.
   *
   * @param file target
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    NumpyArchive.write(file, List.copyOf(arrays.values()));
  }

  /** Names of all arrays. */
  public Set<String> names() {
    return Set.copyOf(arrays.keySet());
  }

  /**
   * Copies the array of that name into a flat vector if there is one of the slice's shape.
   *
   * @param name name of the array
   * @param slice where it belongs
   * @param vector flat vector
   * @return whether it was copied
   */
  boolean copy(String name, Slice slice, double[] vector) {
    NamedArray array = arrays.get(name);
    if (array == null || !array.shape().equals(slice.shape())) {
      return false;
    }
    float[] values = array.values();
    for (int i = 0; i < values.length; i++) {
      vector[slice.offset() + i] = values[i];
    }
    return true;
  }
}
