package org.simplexity.regression.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Difference;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.Observation;

/** A comparison as one JSON object, for programs. */
public final class ComparisonJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ComparisonJson() {}

  /**
   * The whole comparison; numbers that are not finite are null.
   *
   * @param comparison comparison
   */
  public static ObjectNode of(Comparison comparison) {
    ObjectNode object = JSON.objectNode();
    object.put("verdict", comparison.verdict().toString());
    object.put("exit_code", comparison.verdict().code());
    object.put("experiment", comparison.candidate().experiment());
    object.put("baseline", comparison.baseline().name());
    object.put("baseline_run", comparison.baseline().results().runId());
    object.put("candidate_run", comparison.candidate().runId());
    object.put("alpha", comparison.alpha());
    ArrayNode results = object.putArray("results");
    comparison.results().forEach(result -> results.add(result(result)));
    ArrayNode failures = object.putArray("failures");
    comparison.failures().forEach(failed -> failures.add(ConsoleText.failed(failed)));
    differences(object.putArray("obstacles"), comparison.obstacles());
    differences(object.putArray("changes"), comparison.changes());
    return object;
  }

  private static ObjectNode result(MetricResult result) {
    ObjectNode object = JSON.objectNode();
    object.put("runs", result.group()).put("metric", result.rule().metric());
    object.put("goal", result.rule().goal().word());
    number(object, "tolerance", result.tolerance());
    number(object, "baseline_mean", result.baselineMean());
    number(object, "candidate_mean", result.candidateMean());
    number(object, "change", result.change());
    object.put("method", result.evidence().method().toString());
    number(object, "p", result.evidence().probability());
    number(object, "p_corrected", result.corrected());
    object.put("worse", result.worse());
    values(object.putObject("baseline"), result.baseline());
    values(object.putObject("candidate"), result.candidate());
    return object;
  }

  private static void values(ObjectNode bySeed, List<Observation> values) {
    values.forEach(value -> number(bySeed, value.seed(), value.value()));
  }

  private static void number(ObjectNode object, String key, double value) {
    if (Double.isFinite(value)) {
      object.put(key, value);
    } else {
      object.putNull(key);
    }
  }

  private static void differences(ArrayNode array, List<Difference> differences) {
    for (Difference difference : differences) {
      array
          .addObject()
          .put("where", difference.where())
          .put("what", difference.what())
          .put("baseline", difference.baseline())
          .put("candidate", difference.candidate());
    }
  }
}
