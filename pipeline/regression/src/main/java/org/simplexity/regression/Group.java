package org.simplexity.regression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.TaskResult;

/**
 * Tasks of one stage that differ in their seed only, on both sides.
 *
 * @param stage name of the stage
 * @param name what tells the group from others of the stage, such as {@code start=scratch}; empty
 *     where there is only one
 * @param baseline the baseline's, by seed
 * @param candidate the candidate's, by seed
 */
public record Group(
    String stage, String name, List<TaskResult> baseline, List<TaskResult> candidate) {
  /** Copies the lists in the order of seeds. */
  public Group {
    baseline = bySeed(baseline);
    candidate = bySeed(candidate);
  }

  private static List<TaskResult> bySeed(List<TaskResult> tasks) {
    return tasks.stream()
        .sorted((a, b) -> ExperimentResults.seedOrder().compare(a.seed(), b.seed()))
        .toList();
  }

  /** Stage and name: {@code train, start=scratch}. */
  public String title() {
    return name.isEmpty() ? stage : stage + ", " + name;
  }

  /** Whether both sides have the same seeds. */
  public boolean sameSeeds() {
    return seeds(baseline).equals(seeds(candidate));
  }

  static List<String> seeds(List<TaskResult> tasks) {
    return tasks.stream().map(TaskResult::seed).toList();
  }

  /** The candidate's task of the same seed for each task of the baseline that has one. */
  Map<TaskResult, TaskResult> commonSeeds() {
    Map<String, TaskResult> bySeed = new TreeMap<>();
    candidate.forEach(task -> bySeed.put(task.seed(), task));
    Map<TaskResult, TaskResult> common = new LinkedHashMap<>();
    for (TaskResult task : baseline) {
      TaskResult other = bySeed.get(task.seed());
      if (other != null) {
        common.put(task, other);
      }
    }
    return common;
  }
}
