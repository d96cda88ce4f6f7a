package org.simplexity.cli.regress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.airflow.Dag;
import org.simplexity.experiment.file.ExperimentFile;

/** Values with which a DAG is triggered so that it runs the experiment as it stands here. */
final class TriggerValues {
  private static final String REUSE = "reuse";

  private TriggerValues() {}

  /**
   * Every key of the experiment in which the DAG's parameter differs, and what may be reused.
   *
   * @param file experiment with all overrides
   * @param dag DAG with its parameters
   * @param fresh whether finished tasks run again
   */
  static Map<String, JsonNode> of(ExperimentFile file, Dag dag, boolean fresh) {
    ObjectNode json = ExperimentFile.json(file.experiment());
    Map<String, JsonNode> values = new LinkedHashMap<>();
    dag.params()
        .forEach(
            (key, param) -> {
              JsonNode value = json.at("/" + key.replace('.', '/'));
              if (!value.isMissingNode() && !value.equals(param.value())) {
                values.put(key, value);
              }
            });
    if (dag.params().containsKey(REUSE)) {
      values.put(REUSE, TextNode.valueOf(fresh ? "nothing" : "experiment"));
    }
    return values;
  }
}
