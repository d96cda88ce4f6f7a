package org.simplexity.experiment.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription;

/** Experiments as flat parameters: {@code search.weights.learning_rate} to {@code 0.025}. */
public final class Flat {
  private Flat() {}

  /**
   * Every key of an experiment but its sweep.
   *
   * @param experiment experiment
   */
  public static Map<String, String> parameters(Experiment experiment) {
    Map<String, String> flat = new LinkedHashMap<>();
    ExperimentFile.json(experiment)
        .properties()
        .forEach(
            section -> {
              if (!section.getKey().equals("sweep")) {
                flatten(section.getKey(), section.getValue(), flat);
              }
            });
    return flat;
  }

  /**
   * What a stage and those upstream of it read, and the name of the experiment; every key for a
   * stage without upstream stages of its own that gathers all.
   *
   * @param experiment experiment, effective for the task's cell
   * @param stage stage of the task
   * @param all all stages
   */
  static Map<String, String> parameters(
      Experiment experiment, StageDescription stage, Collection<StageDescription> all) {
    Map<String, String> flat = parameters(experiment);
    if (stage.fan() instanceof StageDescription.Fan.Once) {
      return flat;
    }
    Set<StageDescription> readers = new LinkedHashSet<>();
    collect(stage.in(experiment), all, readers);
    flat.keySet()
        .removeIf(
            key ->
                !key.equals("name")
                    && !key.startsWith("runtime.")
                    && readers.stream().noneMatch(reader -> reader.reads(key)));
    return flat;
  }

  private static void collect(
      StageDescription stage, Collection<StageDescription> all, Set<StageDescription> into) {
    into.add(stage);
    all.stream()
        .filter(other -> stage.upstream().contains(other.name()))
        .forEach(other -> collect(other, all, into));
  }

  private static void flatten(String key, JsonNode value, Map<String, String> flat) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> flatten(key + "." + field.getKey(), field.getValue(), flat));
    } else {
      flat.put(key, value.isNull() ? "" : value.isTextual() ? value.asText() : value.toString());
    }
  }
}
