package org.simplexity.regression.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.simplexity.tracking.RunStatus;

/**
 * What an experiment left in the tracker.
 *
 * @param runId id of the run of the whole experiment
 * @param experiment name of the experiment
 * @param status how it ended
 * @param tags tags of the run of the whole experiment
 * @param parameters parameters of the run of the whole experiment
 * @param tasks finished tasks, without those that gather all others
 * @param failures tasks that have no finished run
 */
public record ExperimentResults(
    String runId,
    String experiment,
    RunStatus status,
    Map<String, String> tags,
    Map<String, String> parameters,
    List<TaskResult> tasks,
    List<FailedTask> failures) {
  /** Copies everything. */
  public ExperimentResults {
    tags = Map.copyOf(tags);
    parameters = Map.copyOf(parameters);
    tasks = List.copyOf(tasks);
    failures = List.copyOf(failures);
  }

  /**
   * Of an experiment that has not run.
   *
   * @param experiment name of the experiment
   */
  public static ExperimentResults unknown(String experiment) {
    return new ExperimentResults(
        "", experiment, RunStatus.SCHEDULED, Map.of(), Map.of(), List.of(), List.of());
  }

  /** Seeds of the tasks, numbers in their order. */
  public List<String> seeds() {
    return tasks.stream()
        .filter(task -> task.parameters().containsKey("seed"))
        .map(TaskResult::seed)
        .distinct()
        .sorted(seedOrder())
        .toList();
  }

  /** Numbers by size, and before anything else. */
  public static Comparator<String> seedOrder() {
    return Comparator.comparingDouble(
            (String seed) ->
                seed.matches("-?\\d{1,18}") ? Double.parseDouble(seed) : Double.MAX_VALUE)
        .thenComparing(seed -> seed);
  }
}
