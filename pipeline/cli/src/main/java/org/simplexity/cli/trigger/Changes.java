package org.simplexity.cli.trigger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.airflow.TaskInstance;
import org.simplexity.airflow.TaskState;

/** Which tasks have come to a new state since they were last looked at. */
final class Changes {
  private record Place(String taskId, int mapIndex) {}

  private record Seen(TaskState state, int tries) {}

  private final Map<Place, Seen> seen = new HashMap<>();

  /** Tasks that began, ended, or failed and are tried again. */
  List<TaskInstance> among(List<TaskInstance> tasks) {
    return tasks.stream().filter(this::isNew).filter(Changes::isWorthTelling).toList();
  }

  private boolean isNew(TaskInstance task) {
    Seen now = new Seen(task.state(), task.tries());
    return !now.equals(seen.put(new Place(task.taskId(), task.mapIndex()), now));
  }

  private static boolean isWorthTelling(TaskInstance task) {
    return task.state() == TaskState.RUNNING
        || task.state() == TaskState.UP_FOR_RETRY
        || (task.state().ended() && task.state() != TaskState.REMOVED);
  }

  /** Such as {@code search[seed=0]: success 9.4 s}. */
  static String line(TaskInstance task) {
    String again = task.tries() > 1 ? ", try " + task.tries() : "";
    boolean timed = task.state().ended() && task.start().isPresent();
    return task.name()
        + ": "
        + task.state()
        + again
        + (timed ? "  " + Times.shown(task.time()) : "");
  }
}
