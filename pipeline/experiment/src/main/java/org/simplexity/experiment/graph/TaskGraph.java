package org.simplexity.experiment.graph;

import java.util.List;
import org.simplexity.experiment.file.ExperimentFile;

/**
 * All tasks of an experiment, upstream ones first.
 *
 * @param experiment name of the experiment
 * @param tasks tasks in an order in which they could run one after the other
 */
public record TaskGraph(String experiment, List<Task> tasks) {
  /** Copies the list. */
  public TaskGraph {
    tasks = List.copyOf(tasks);
  }

  /**
   * The graph of an experiment.
   *
   * @param file experiment
   */
  public static TaskGraph of(ExperimentFile file) {
    return of(file, Stages.of(file.experiment()));
  }

  /**
   * The graph of an experiment over given stages.
   *
   * @param file experiment
   * @param stages stages, upstream first
   */
  public static TaskGraph of(ExperimentFile file, List<StageDescription> stages) {
    return new TaskGraph(file.experiment().name(), new GraphBuilder(file, stages).tasks());
  }

  /**
   * One task.
   *
   * @param id id of the task
   * @throws IllegalArgumentException if there is none
   */
  public Task task(String id) {
    return tasks.stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no task " + id));
  }
}
