package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.Plan;
import org.simplexity.experiment.graph.PlannedTask;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.experiment.stage.ExperimentRun;
import org.simplexity.experiment.stage.Reuse;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/** One run of an experiment on an engine: the parent run, and every task with its arguments. */
public final class EnginePlan {
  /** Where the parent run keeps what is needed to conclude. */
  static final String ARTIFACT = "provenance/plan.json";

  private final ExperimentFile file;
  private final TaskGraph graph;
  private final Plan plan;
  private final Reuse reuse;

  /**
   * Plans an experiment.
   *
   * @param file experiment
   * @param jars folder of the stages' jars, whose content is part of the cell keys
   * @param reuse which finished runs stand for tasks
   * @throws IOException if a jar is missing or cannot be read
   */
  public EnginePlan(ExperimentFile file, Path jars, Reuse reuse) throws IOException {
    this.file = file;
    this.graph = TaskGraph.of(file);
    this.plan = new Plan(file, graph, jars);
    this.reuse = reuse;
  }

  /**
   * Makes the parent run, or finds the one that an earlier try of the same request made.
   *
   * @param tracker where
   * @param request what the engine calls this run of the experiment, the same at every try
   * @param tags tags of the engine's own for a new run
   * @return the plan for the engine
   */
  public ObjectNode open(Tracker tracker, Optional<String> request, Map<String, String> tags) {
    ExperimentRun experiment = new ExperimentRun(file, graph, plan.key());
    Map<String, String> all = new LinkedHashMap<>(tags);
    request.ifPresent(id -> all.put(RunTags.ENGINE_REQUEST, id));
    Optional<RunSummary> made = request.flatMap(id -> made(tracker, id));
    try (TrackedRun parent =
        made.map(run -> tracker.attach(run.id())).orElseGet(() -> experiment.start(tracker, all))) {
      if (made.isPresent()) {
        experiment.describe(parent);
      }
      byte[] kept = kept().toString().getBytes(StandardCharsets.UTF_8);
      parent.artifact(ARTIFACT, kept, "application/json");
      parent.flush();
      return answer(parent);
    }
  }

  private Optional<RunSummary> made(Tracker tracker, String request) {
    Map<String, String> same = Map.of(RunTags.ENGINE_REQUEST, request);
    return tracker.find(graph.experiment(), same).stream().findFirst();
  }

  private ObjectNode answer(TrackedRun parent) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("event", "result");
    answer.put("run_id", parent.id()).put("status", "finished").putObject("metrics");
    answer.put("page", parent.page().toString()).put("experiment", graph.experiment());
    ObjectNode tasks = answer.putObject("tasks");
    EngineTask words = new EngineTask(file, parent.id(), reuse);
    Map<String, EngineTask.Position> positions = new HashMap<>();
    for (PlannedTask task : plan.tasks()) {
      ArrayNode ofStage = tasks.withArray(task.task().stage().name());
      positions.put(task.id(), new EngineTask.Position(task.task().stage().name(), ofStage.size()));
      ofStage.add(words.json(task, positions));
    }
    return answer;
  }

  private ObjectNode kept() {
    ObjectNode kept = JsonNodeFactory.instance.objectNode().put("reuse", reuse.toString());
    ArrayNode tasks = kept.putArray("tasks");
    for (PlannedTask task : plan.tasks()) {
      ObjectNode node = tasks.addObject().put("id", task.id());
      node.put("stage", task.task().stage().name()).put("cell_key", task.cellKey());
    }
    return kept;
  }
}
