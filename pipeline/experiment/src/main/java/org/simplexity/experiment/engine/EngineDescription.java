package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.StageDescription.Fan;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.experiment.graph.TextDigest;
import org.simplexity.experiment.run.RunnerSettings;

/** What an engine builds the workflow of one experiment file from. */
public final class EngineDescription {
  private EngineDescription() {}

  /**
   * The description of an experiment: its text, stages, parameters, and how often tasks are tried.
   *
   * @param file experiment
   */
  public static ObjectNode of(ExperimentFile file) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("experiment", file.experiment().name());
    object.put("description", file.experiment().description());
    object.put("digest", TextDigest.of(file.text())).put("text", file.text());
    object.put("retries", RunnerSettings.RETRIES);
    object.put("retry_seconds", RunnerSettings.BACKOFF.toSeconds());
    stages(object.putArray("stages"), file.experiment());
    ArrayNode parameters = object.putArray("parameters");
    EngineParameter.all(file.experiment()).forEach(each -> parameters.add(each.json()));
    return object;
  }

  private static void stages(ArrayNode array, Experiment experiment) {
    List<String> before = new ArrayList<>();
    for (StageDescription stage : Stages.of(experiment)) {
      boolean once = stage.fan() instanceof Fan.Once;
      ObjectNode node = array.addObject().put("name", stage.name());
      node.put("group", stage.part().toString()).put("mapped", !once);
      node.put("device", stage.device());
      ArrayNode upstream = node.putArray("upstream");
      before.stream()
          .filter(name -> once || stage.upstream().contains(name))
          .forEach(upstream::add);
      before.add(stage.name());
    }
  }
}
