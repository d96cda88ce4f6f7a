package org.simplexity.experiment.graph;

/**
 * A task with what makes it the same as another.
 *
 * @param task task
 * @param code digest of its stage's code
 * @param cellKey key of its inputs
 */
public record PlannedTask(Task task, String code, String cellKey) {
  /** Id of the task. */
  public String id() {
    return task.id();
  }
}
