package org.simplexity.method.robustness;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.method.robustness.corruption.Corruption;

/**
 * Which disturbances, how strong and how often. An empty list leaves a disturbance out; level 0,
 * the undisturbed network, is always measured and is not to be listed.
 *
 * @param weightNoise rising standard deviations of noise in weights, relative to the root mean
 *     square of each layer's weights
 * @param inputNoise rising standard deviations of noise in pixels, of a range from 0 to 1
 * @param fastGradientSign rising steps ε of the fast gradient sign method, in pixels of a range
 *     from 0 to 1
 * @param edgeRemoval rising shares of edges that are removed, in (0, 1]
 * @param corruptions common corruptions of images (Hendrycks and Dietterich 2019)
 * @param severities rising severities of the corruptions, of 1 to 5
 * @param draws repetitions of what is random, each with other random choices
 * @param images most test images that are asked about, spread evenly over the test split
 * @param network zip of a DL4J network to be measured instead of those that are trained; edges
 *     cannot be removed from it
 * @param pixels in which numbers that network reads pixels
 */
public record RobustnessSettings(
    List<Double> weightNoise,
    List<Double> inputNoise,
    List<Double> fastGradientSign,
    List<Double> edgeRemoval,
    List<Corruption> corruptions,
    List<Integer> severities,
    @Min(1) int draws,
    @Min(1) int images,
    @Nullable String network,
    PixelScale pixels) {
  private static final double LARGEST_WEIGHT_NOISE = 10;

  /** Copies the lists and checks that levels rise within their ranges. */
  public RobustnessSettings {
    weightNoise = rising("weight_noise", weightNoise, LARGEST_WEIGHT_NOISE);
    inputNoise = rising("input_noise", inputNoise, 1);
    fastGradientSign = rising("fast_gradient_sign", fastGradientSign, 1);
    edgeRemoval = rising("edge_removal", edgeRemoval, 1);
    severities = rising("severities", severities, Corruption.WORST);
    corruptions = List.copyOf(corruptions);
    if (corruptions.stream().distinct().count() != corruptions.size()) {
      throw new IllegalArgumentException("corruptions " + corruptions + " names one twice");
    }
    if (!corruptions.isEmpty() && severities.isEmpty()) {
      throw new IllegalArgumentException("severities [] must not be empty for corruptions");
    }
  }

  private static <N extends Number> List<N> rising(String key, List<N> levels, double most) {
    double last = 0;
    for (N level : levels) {
      double value = level.doubleValue();
      if (!(value > 0 && value <= most)) {
        throw new IllegalArgumentException(
            "%s: level %s must be greater than 0 and at most %s"
                .formatted(key, level, shown(most)));
      }
      if (value <= last) {
        throw new IllegalArgumentException(
            "%s: levels %s must rise, %s does not".formatted(key, levels, level));
      }
      last = value;
    }
    return List.copyOf(levels);
  }

  private static String shown(double bound) {
    return Long.toString(Math.round(bound));
  }

  /**
   * Everything, at a few levels, three draws and a thousand images: a minute for a small network.
   */
  public static RobustnessSettings defaults() {
    return new RobustnessSettings(
        List.of(0.05, 0.1, 0.2, 0.4),
        List.of(0.05, 0.1, 0.2, 0.4),
        List.of(0.01, 0.03, 0.1, 0.2),
        List.of(0.1, 0.25, 0.5, 0.75),
        List.of(Corruption.values()),
        List.of(1, 3, 5),
        3,
        1000,
        null,
        PixelScale.NORMALISED);
  }
}
