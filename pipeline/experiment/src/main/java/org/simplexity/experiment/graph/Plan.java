package org.simplexity.experiment.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simplexity.experiment.file.ExperimentFile;

/** The tasks of a graph with their cell keys, in the order of the graph. */
public final class Plan {
  private final Map<String, PlannedTask> tasks = new LinkedHashMap<>();

  /**
   * Computes the keys.
   *
   * @param file experiment
   * @param graph its tasks
   * @param jars folder of the stages' jars
   * @throws IOException if a jar is missing or cannot be read
   */
  public Plan(ExperimentFile file, TaskGraph graph, Path jars) throws IOException {
    Map<String, String> codes = new LinkedHashMap<>();
    for (Task task : graph.tasks()) {
      String stage = task.stage().name();
      if (!codes.containsKey(stage)) {
        codes.put(stage, digest(jars.resolve(stage + ".jar")));
      }
      List<String> above = task.upstream().stream().map(id -> task(id).cellKey()).toList();
      String code = codes.getOrDefault(stage, "");
      String key = CellKey.of(task.stage(), code, file.experiment(task.cell()), above);
      tasks.put(task.id(), new PlannedTask(task, code, key));
    }
  }

  /** All tasks, upstream ones first. */
  public Collection<PlannedTask> tasks() {
    return tasks.values();
  }

  /**
   * One task.
   *
   * @param id id of the task
   * @throws IllegalArgumentException if there is none
   */
  public PlannedTask task(String id) {
    PlannedTask task = tasks.get(id);
    if (task == null) {
      throw new IllegalArgumentException("there is no task " + id + "; tasks: " + tasks.keySet());
    }
    return task;
  }

  /** What makes two graphs the same: the keys of all their tasks. */
  public String key() {
    String keys = tasks.values().stream().map(PlannedTask::cellKey).collect(Collectors.joining());
    return UUID.nameUUIDFromBytes(keys.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String digest(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new NoSuchFileException(jar + " (the stage is not built: run ./simplexity build)");
    }
    return CodeDigest.ofJar(jar);
  }
}
