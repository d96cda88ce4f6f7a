package org.simplexity.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean and standard deviation of each channel, of pixel values scaled to 0..1.
 *
 * <p>Sums are exact in integers, so the result does not depend on the order of images. Standard
 * deviations are those of the population: {@code sqrt(E[x²] − E[x]²)}.
 *
 * @param mean per channel, in 0..1
 * @param standardDeviation per channel, in 0..0.5; 0 for a channel that never changes
 */
public record ChannelStatistics(List<Double> mean, List<Double> standardDeviation) {
  /** Checks that both lists are of one length and copies them. */
  public ChannelStatistics {
    mean = List.copyOf(mean);
    standardDeviation = List.copyOf(standardDeviation);
    if (mean.size() != standardDeviation.size()) {
      throw new IllegalArgumentException(
          "%s means and %s standard deviations".formatted(mean.size(), standardDeviation.size()));
    }
  }

  /**
   * Statistics of a set of images, to be taken from the train split only.
   *
   * @throws IllegalArgumentException if the set is empty
   */
  public static ChannelStatistics of(ImageSet set) {
    if (set.size() == 0) {
      throw new IllegalArgumentException("an empty set of images has no statistics");
    }
    List<Double> mean = new ArrayList<>();
    List<Double> deviation = new ArrayList<>();
    for (int channel = 0; channel < set.shape().channels(); channel++) {
      long[] moments = moments(set, channel);
      double count = (double) set.size() * set.shape().plane();
      double average = moments[0] / count;
      double variance = moments[1] / count - average * average;
      mean.add(average / 255);
      deviation.add(Math.sqrt(Math.max(0, variance)) / 255);
    }
    return new ChannelStatistics(mean, deviation);
  }

  /**
   * Normalised value of each byte 0..255 of one channel: {@code (b/255 − mean) /
   * standardDeviation}; a constant channel is centred only.
   */
  public float[] normalisation(int channel) {
    double deviation = standardDeviation.get(channel);
    double scale = deviation > 0 ? deviation : 1;
    float[] table = new float[256];
    for (int value = 0; value < table.length; value++) {
      table[value] = (float) ((value / 255.0 - mean.get(channel)) / scale);
    }
    return table;
  }

  private static long[] moments(ImageSet set, int channel) {
    int plane = set.shape().plane();
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < set.size(); i++) {
      byte[] image = set.image(i);
      for (int p = channel * plane; p < (channel + 1) * plane; p++) {
        long value = image[p] & 0xff;
        sum += value;
        squares += value * value;
      }
    }
    return new long[] {sum, squares};
  }
}
