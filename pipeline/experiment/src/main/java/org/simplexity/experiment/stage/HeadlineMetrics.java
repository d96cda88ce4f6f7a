package org.simplexity.experiment.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.tracking.RunSummary;

/** The metrics that a finished run puts first, as they stand on its tag. */
public final class HeadlineMetrics {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HeadlineMetrics() {}

  /**
   * The headline of a run; empty without one.
   *
   * @param run run
   */
  public static Map<String, Double> of(RunSummary run) {
    Map<String, Double> values = new LinkedHashMap<>();
    try {
      JsonNode node = JSON.readTree(run.tags().getOrDefault(RunTags.HEADLINE, "{}"));
      node.properties().forEach(field -> values.put(field.getKey(), field.getValue().asDouble()));
    } catch (JsonProcessingException e) {
      return Map.of();
    }
    return values;
  }

  /** The value of the tag. */
  static String tag(Map<String, Double> headline) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    headline.forEach(values::put);
    return values.toString();
  }
}
