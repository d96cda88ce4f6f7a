package org.simplexity.experiment.run;

import org.simplexity.experiment.graph.Task;

/**
 * A task with what makes it the same as another.
 *
 * @param task task
 * @param code digest of its stage's code
 * @param cellKey key of its inputs
 */
record PlannedTask(Task task, String code, String cellKey) {
  String id() {
    return task.id();
  }
}
