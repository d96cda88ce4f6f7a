package org.simplexity.method.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;

/**
 * Fitted weights of one network for one λ or, from a hypernetwork, for every λ: the vectors b of
 * the map with what the map is. Immutable.
 *
 * <p>On disk it is an archive of arrays that NumPy reads: {@code mean.J.NAME} and, of
 * distributions, {@code log_deviation.J.NAME} for vector J and the weights of that name.
 */
public final class WeightFamily {
  /** Where a run keeps the archive. */
  public static final String ARTIFACT = "family/weights.npz";

  private static final List<String> PARTS = List.of("mean", "log_deviation");

  private final Network network;
  private final FamilyModel model;
  private final List<Double> knots;
  private final List<float[]> vectors;

  WeightFamily(Network network, FamilyModel model, List<Double> knots, List<float[]> vectors) {
    this.network = network;
    this.model = model;
    this.knots = List.copyOf(knots);
    this.vectors = vectors.stream().map(float[]::clone).toList();
  }

  /** The network whose weights they are. */
  public Network network() {
    return network;
  }

  /** What they are. */
  public FamilyModel model() {
    return model;
  }

  /** The range of λ that a hypernetwork was trained for. */
  public LambdaRange range() {
    return Knots.range(knots);
  }

  /**
   * The weights at λ.
   *
   * @param lambda λ; of a model that is no hypernetwork all λ have the same weights
   * @throws IllegalArgumentException if λ is not positive and finite
   */
  public FamilyMember at(double lambda) {
    double[] coefficients = model.hypernetwork(knots).coefficients(lambda);
    float[] sum = new float[vectors.get(0).length];
    for (int j = 0; j < coefficients.length; j++) {
      float[] vector = vectors.get(j);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) coefficients[j] * vector[i];
      }
    }
    int weights = network.parameterCount();
    float[] means = Arrays.copyOf(sum, weights);
    if (!model.weights().isDistribution()) {
      return FamilyMember.points(network, means);
    }
    float[] logs = Arrays.copyOfRange(sum, weights, 2 * weights);
    return FamilyMember.gaussian(network, means, logs);
  }

  /**
   * Writes the archive.
   *
   * @param file target
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    int weights = network.parameterCount();
    for (int j = 0; j < vectors.size(); j++) {
      for (int part = 0; part < parts(model); part++) {
        for (Slice slice : network.parameters().slices()) {
          int start = part * weights + slice.offset();
          float[] values = Arrays.copyOfRange(vectors.get(j), start, start + slice.length());
          arrays.add(new NamedArray(name(part, j, slice), slice.shape(), values));
        }
      }
    }
    NumpyArchive.write(file, arrays);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file archive
   * @param network the network that it is of
   * @param model what was fitted
   * @param knots its knots
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is of another network or model; the message names an
   *     array that is missing or of another shape
   */
  public static WeightFamily read(Path file, Network network, FamilyModel model, List<Double> knots)
      throws IOException {
    Map<String, NamedArray> arrays = NumpyArchive.read(file);
    int weights = network.parameterCount();
    List<float[]> vectors = new ArrayList<>();
    for (int j = 0; j < model.hypernetwork(knots).vectors(); j++) {
      float[] vector = new float[parts(model) * weights];
      for (int part = 0; part < parts(model); part++) {
        for (Slice slice : network.parameters().slices()) {
          float[] values = values(arrays, name(part, j, slice), slice, file);
          System.arraycopy(values, 0, vector, part * weights + slice.offset(), values.length);
        }
      }
      vectors.add(vector);
    }
    return new WeightFamily(network, model, knots, vectors);
  }

  private static float[] values(
      Map<String, NamedArray> arrays, String name, Slice slice, Path file) {
    NamedArray array = arrays.get(name);
    if (array == null || !array.shape().equals(slice.shape())) {
      throw new IllegalArgumentException(
          "%s is of another network or model: %s of shape %s was expected, %s"
              .formatted(
                  file,
                  name,
                  slice.shape(),
                  array == null ? "there is none" : "it has shape " + array.shape()));
    }
    return array.values();
  }

  private static int parts(FamilyModel model) {
    return model.weights().isDistribution() ? 2 : 1;
  }

  private static String name(int part, int vector, Slice slice) {
    return "%s.%d.%s".formatted(PARTS.get(part), vector, slice.name());
  }
}
