package org.simplexity.airflow.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.Dag;
import org.simplexity.experiment.engine.EngineDescription;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.experiment.stage.Reuse;

/**
 * What an experiment file and its overrides mean for the parameters of its DAG.
 *
 * <p>Airflow's side takes the text of the file, and of the flat keys those that differ from the
 * DAG's own values. So an override goes as its flat key; the text goes along where it is not the
 * one that the DAG was made from. An override that says what the DAG has anyway, but the text has
 * not, would be lost that way: then the whole experiment goes as text, overrides applied.
 */
final class ExperimentConf {
  /** Parameter with the text of the experiment file. */
  static final String TEXT = "experiment";

  private static final String REUSE = "reuse";

  private final Map<String, JsonNode> plain;
  private final ExperimentFile file;

  /**
   * Reads the keys of a file.
   *
   * @param file the experiment, with overrides
   * @param plain the same without
   */
  ExperimentConf(ExperimentFile file, ExperimentFile plain) {
    this.file = file;
    this.plain = values(plain);
  }

  /**
   * Values for a run of a DAG.
   *
   * @param dag the experiment's DAG
   * @param reuse which finished runs count; empty for the DAG's default
   * @throws AirflowException if the DAG is not that of an experiment, or lacks a key
   */
  Map<String, JsonNode> forDag(Dag dag, Optional<Reuse> reuse) {
    Dag.Param text = dag.params().get(TEXT);
    if (text == null) {
      throw new AirflowException(
          AirflowException.Kind.BAD_USE,
          "DAG \""
              + dag.id()
              + "\" is not that of an experiment: it has no parameter \""
              + TEXT
              + "\"");
    }
    Map<String, JsonNode> conf = new LinkedHashMap<>();
    boolean same = text.value().asText().equals(file.text());
    Map<String, JsonNode> changed = changed();
    if (!same
        && changed.entrySet().stream().anyMatch(e -> hasAnyway(dag, e.getKey(), e.getValue()))) {
      conf.put(TEXT, new TextNode(ExperimentFile.json(file.experiment()).toString()));
    } else {
      conf.putAll(changed);
      if (!same) {
        conf.put(TEXT, new TextNode(file.text()));
      }
    }
    reuse.ifPresent(scope -> conf.put(REUSE, new TextNode(scope.toString())));
    conf.keySet().forEach(key -> check(dag, key));
    return conf;
  }

  /** Keys that overrides changed, with their values; a list or a sweep is one value. */
  private Map<String, JsonNode> changed() {
    Map<String, JsonNode> changed = values(file);
    changed.entrySet().removeIf(entry -> entry.getValue().equals(plain.get(entry.getKey())));
    return changed;
  }

  private static boolean hasAnyway(Dag dag, String key, JsonNode value) {
    Dag.Param param = dag.params().get(key);
    return param != null && param.value().equals(value);
  }

  private static void check(Dag dag, String key) {
    if (!dag.params().containsKey(key)) {
      throw new AirflowException(
          AirflowException.Kind.BAD_CONF,
          "DAG \""
              + dag.id()
              + "\" has no parameter "
              + key
              + Nearest.question(key, List.copyOf(dag.params().keySet()))
              + " (its version of the program may be another than this one)");
    }
  }

  /** As they come out of JSON text, so that they compare with what Airflow answers. */
  private static Map<String, JsonNode> values(ExperimentFile file) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    try {
      new ObjectMapper()
          .readTree(EngineDescription.of(file).toString())
          .path("parameters")
          .forEach(each -> values.put(each.path("key").asText(), each.path("value")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }
}
