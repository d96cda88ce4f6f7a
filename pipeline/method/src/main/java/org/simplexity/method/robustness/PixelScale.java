package org.simplexity.method.robustness;

import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/** In which numbers a network reads the pixels of an image. */
public enum PixelScale {
  /** (x − mean) / deviation of each channel of the train split, as everything trained here. */
  NORMALISED,
  /** From black 0 to white 1. */
  UNIT,
  /** From black 0 to white 255. */
  BYTES;

  private static final double WHITE = 255;

  /**
   * The map from pixels to what a network reads.
   *
   * @param statistics mean and deviation of the train split
   */
  public Standard standard(ChannelStatistics statistics) {
    List<Double> deviations =
        statistics.standardDeviation().stream().map(d -> d > 0 ? d : 1).toList();
    int channels = deviations.size();
    return switch (this) {
      case NORMALISED -> new Standard(statistics.mean(), deviations);
      case UNIT -> new Standard(constant(channels, 0), constant(channels, 1));
      case BYTES -> new Standard(constant(channels, 0), constant(channels, 1 / WHITE));
    };
  }

  private static List<Double> constant(int channels, double value) {
    return IntStream.range(0, channels).mapToObj(channel -> value).toList();
  }

  /**
   * The map x → (x − mean) / deviation of each channel.
   *
   * @param means subtracted, one a channel
   * @param deviations divided by, one a channel, positive
   */
  public record Standard(List<Double> means, List<Double> deviations) {
    /** Copies the lists. */
    public Standard {
      means = List.copyOf(means);
      deviations = List.copyOf(deviations);
    }

    double deviation(int channel) {
      return deviations.get(channel);
    }

    /** Writes what a network reads of an image. */
    void write(Pixels image, float[] into, int offset) {
      ImageShape shape = image.shape();
      for (int channel = 0; channel < shape.channels(); channel++) {
        double mean = means.get(channel);
        double deviation = deviations.get(channel);
        for (int i = channel * shape.plane(); i < (channel + 1) * shape.plane(); i++) {
          into[offset + i] = (float) ((image.at(i) - mean) / deviation);
        }
      }
    }
  }
}
