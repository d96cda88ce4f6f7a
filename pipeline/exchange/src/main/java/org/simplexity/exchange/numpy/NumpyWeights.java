package org.simplexity.exchange.numpy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.kernel.archive.SparseArchive;
import org.simplexity.kernel.graph.Operation;

/** Weights and running statistics by name, in an archive that NumPy reads. */
public final class NumpyWeights {
  private NumpyWeights() {}

  /**
   * Writes an archive of one array a slice.
   *
   * @param finished network with its numbers
   * @param file target, replaced if it exists
   * @throws IOException if it cannot be written
   */
  public static void write(FinishedNetwork finished, Path file) throws IOException {
    NumpyArchive.write(file, arrays(finished));
  }

  /**
   * Writes an archive that stores weights of 0 as single bits, see {@link SparseArchive}.
   *
   * @param finished network with its numbers
   * @param file target, replaced if it exists
   * @throws IOException if it cannot be written
   */
  public static void writeSparse(FinishedNetwork finished, Path file) throws IOException {
    SparseArchive.write(file, arrays(finished));
  }

  private static List<NamedArray> arrays(FinishedNetwork finished) {
    List<NamedArray> arrays = new ArrayList<>();
    finished.network().parameters().slices().forEach(s -> arrays.add(finished.array(s)));
    finished.network().statistics().slices().forEach(s -> arrays.add(finished.array(s)));
    return arrays;
  }

  /**
   * Reads an archive, sparse or not, into a network by name; arrays that evaluation does not need
   * may be missing.
   *
   * @param network network that the weights belong to
   * @param file archive
   * @throws ExchangeException if the file is missing or no archive, if an array is missing, has
   *     another shape, or belongs to nothing; the message names file and array
   */
  public static FinishedNetwork read(Network network, Path file) {
    Map<String, NamedArray> arrays = arrays(file);
    Set<Slice> needed = needed(network.forEvaluation());
    Set<String> unknown = new HashSet<>(arrays.keySet());
    float[] parameters = vector(network.parameters(), needed, arrays, unknown, file);
    float[] statistics = vector(network.statistics(), needed, arrays, unknown, file);
    if (!unknown.isEmpty()) {
      throw new ExchangeException(
          "%s holds %d arrays that the network lacks, such as '%s': it belongs to another network"
              .formatted(file, unknown.size(), unknown.stream().sorted().findFirst().orElse("")));
    }
    return new FinishedNetwork(network, parameters, statistics);
  }

  private static Map<String, NamedArray> arrays(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ExchangeException(file + ": there is no such file");
    }
    try {
      return SparseArchive.read(file);
    } catch (IOException e) {
      throw new ExchangeException(
          "%s cannot be read as an archive of NumPy arrays: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Set<Slice> needed(Network network) {
    Set<Slice> needed = new HashSet<>();
    for (Value value : network.values()) {
      needed.addAll(value.operation().weights());
      if (value.operation() instanceof Operation.Normalise normalise) {
        needed.add(normalise.mean());
        needed.add(normalise.variance());
      }
    }
    return needed;
  }

  private static float[] vector(
      Layout layout,
      Set<Slice> needed,
      Map<String, NamedArray> arrays,
      Set<String> unknown,
      Path file) {
    float[] vector = new float[layout.length()];
    for (Slice slice : layout.slices()) {
      NamedArray array = arrays.get(slice.name());
      if (array != null) {
        unknown.remove(slice.name());
        copy(array, slice, vector, file);
      } else if (needed.contains(slice)) {
        throw new ExchangeException(
            "%s has no array '%s' of shape %s, which the network needs"
                .formatted(file, slice.name(), slice.shape()));
      }
    }
    return vector;
  }

  private static void copy(NamedArray array, Slice slice, float[] vector, Path file) {
    if (!array.shape().equals(slice.shape())) {
      throw new ExchangeException(
          "array '%s' of %s has shape %s, the network needs %s"
              .formatted(slice.name(), file, array.shape(), slice.shape()));
    }
    System.arraycopy(array.values(), 0, vector, slice.offset(), slice.length());
  }
}
