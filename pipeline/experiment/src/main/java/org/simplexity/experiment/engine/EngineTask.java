package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.simplexity.experiment.RuntimeSettings;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.PlannedTask;
import org.simplexity.experiment.graph.StageDescription.Fan;
import org.simplexity.experiment.graph.Task;
import org.simplexity.experiment.stage.JavaOptions;
import org.simplexity.experiment.stage.Reuse;

/** One task as an engine starts it. */
final class EngineTask {
  private final ExperimentFile file;
  private final String parent;
  private final Reuse reuse;

  /**
   * Where a task stands in a plan.
   *
   * @param stage its stage
   * @param index which of the stage's tasks, from 0
   */
  record Position(String stage, int index) {
    ObjectNode json() {
      return JsonNodeFactory.instance.objectNode().put("stage", stage).put("index", index);
    }
  }

  EngineTask(ExperimentFile file, String parent, Reuse reuse) {
    this.file = file;
    this.parent = parent;
    this.reuse = reuse;
  }

  /** The entry of a task, whose upstream tasks have their positions already. */
  ObjectNode json(PlannedTask planned, Map<String, Position> positions) {
    Task task = planned.task();
    RuntimeSettings runtime = file.experiment(task.cell()).runtime();
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", task.id());
    node.put("cell_key", planned.cellKey()).put("memory_mb", JavaOptions.memoryMb(runtime));
    JavaOptions.of(runtime).forEach(node.putArray("java")::add);
    arguments(task).forEach(node.putArray("arguments")::add);
    ArrayNode upstream = node.putArray("upstream");
    task.upstream()
        .forEach(id -> upstream.add(Objects.requireNonNull(positions.get(id), id).json()));
    return node;
  }

  private List<String> arguments(Task task) {
    List<String> words = new ArrayList<>(List.of("--parent", parent));
    file.overrides().forEach(override -> words.addAll(List.of("--set", override)));
    task.cell()
        .values()
        .forEach((key, value) -> words.addAll(List.of("--cell", key + "=" + value)));
    words.addAll(List.of("--task", task.id(), "--reuse", scope(task).toString()));
    return words;
  }

  /** What gathers a whole experiment writes to its parent run, so it runs for every parent. */
  private Reuse scope(Task task) {
    boolean gathers = task.stage().fan() instanceof Fan.Once;
    return gathers && reuse == Reuse.EXPERIMENT ? Reuse.PARENT : reuse;
  }
}
