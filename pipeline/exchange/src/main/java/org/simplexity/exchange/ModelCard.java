package org.simplexity.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.data.ChannelStatistics;

/**
 * What a user of a network has to know besides the network.
 *
 * @param experiment name of the experiment that it comes from
 * @param classes names of the classes, in the order of the logits
 * @param normalisation the network reads (pixel / 255 − mean) / standard deviation of each channel
 */
public record ModelCard(String experiment, List<String> classes, ChannelStatistics normalisation) {
  /** Copies the names. */
  public ModelCard {
    classes = List.copyOf(classes);
  }

  /**
   * Texts by key: {@code experiment}, {@code classes}, {@code mean}, {@code standard_deviation},
   * {@code input}.
   */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("experiment", experiment);
    texts.put("classes", String.join(",", classes));
    texts.put("mean", joined(normalisation.mean()));
    texts.put("standard_deviation", joined(normalisation.standardDeviation()));
    texts.put("input", "(pixel / 255 - mean) / standard_deviation of each channel, NCHW");
    return texts;
  }

  private static String joined(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
