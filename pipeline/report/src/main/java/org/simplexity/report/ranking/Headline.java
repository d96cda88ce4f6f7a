package org.simplexity.report.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.experiment.stage.UpstreamRun;

/** Figures that a run ended with: what it declared as its headline, else its last metrics. */
public final class Headline {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Headline() {}

  /**
   * The figure of one name, if the run has it.
   *
   * @param run finished run
   * @param metric name of the metric
   * @throws IllegalArgumentException if what the run declared is no JSON
   */
  public static Optional<Double> value(UpstreamRun run, String metric) {
    JsonNode declared = declared(run).path(metric);
    return declared.isNumber()
        ? Optional.of(declared.doubleValue())
        : Optional.ofNullable(run.summary().metrics().get(metric));
  }

  private static JsonNode declared(UpstreamRun run) {
    String json = run.summary().tags().getOrDefault(RunTags.HEADLINE, "{}");
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "tag " + RunTags.HEADLINE + " of run " + run.summary().id() + " is no JSON: " + json, e);
    }
  }
}
