package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simplexity.airflow.api.TaskInstanceApi;
import org.simplexity.airflow.api.XComApi;
import org.simplexity.airflow.api.model.ClearTaskInstancesBody;
import org.simplexity.airflow.api.model.TaskInstanceResponse;
import org.simplexity.airflow.api.model.TaskInstancesLogResponse;

/** Tasks of a DAG run, their logs and what they leave. */
final class Tasks {
  private static final int PAGE = 100;
  private static final Comparator<TaskInstance> ORDER =
      Comparator.comparing((TaskInstance task) -> task.start().orElse(Instant.MAX))
          .thenComparing(TaskInstance::taskId)
          .thenComparing(TaskInstance::mapIndex);

  private final Api api;
  private final TaskInstanceApi tasks;
  private final XComApi xcoms;

  Tasks(Api api) {
    this.api = api;
    this.tasks = new TaskInstanceApi(api.generated());
    this.xcoms = new XComApi(api.generated());
  }

  List<TaskInstance> all(String dagId, String runId) {
    List<TaskInstanceResponse> all = new ArrayList<>();
    int before;
    do {
      before = all.size();
      all.addAll(
          api.demand(
                  "list the tasks of run \"" + runId + "\" of DAG \"" + dagId + "\"",
                  () -> tasks.getTaskInstances(dagId, runId, PAGE, all.size(), List.of("id")))
              .getTaskInstances());
    } while (all.size() == before + PAGE);
    return all.stream().map(Answers::task).sorted(ORDER).toList();
  }

  List<TaskInstance> clear(String dagId, String runId, List<TaskInstance> chosen) {
    List<Object> ids = new ArrayList<>();
    chosen.forEach(
        task ->
            ids.add(task.mapIndex() < 0 ? task.taskId() : List.of(task.taskId(), task.mapIndex())));
    ClearTaskInstancesBody body =
        new ClearTaskInstancesBody()
            .dryRun(false)
            .onlyFailed(false)
            .includeDownstream(true)
            .dagRunId(runId)
            .taskIds(ids);
    return api
        .demand(
            "clear tasks of run \"" + runId + "\" of DAG \"" + dagId + "\"",
            () -> tasks.postClearTaskInstances(dagId, body))
        .getTaskInstances()
        .stream()
        .map(Answers::task)
        .toList();
  }

  List<LogLine> log(String dagId, String runId, TaskInstance task, int tryNumber) {
    String what = "read the log of " + task.name() + ", try " + tryNumber;
    List<LogLine> lines = new ArrayList<>();
    try {
      String token = null;
      do {
        TaskInstancesLogResponse page = page(what, dagId, runId, task, tryNumber, token);
        page.getContent().forEach(entry -> lines.add(Answers.line(entry)));
        token = page.getContent().isEmpty() ? null : page.getContinuationToken();
      } while (token != null);
    } catch (Refusal refusal) {
      if (refusal.status() != 404) {
        throw api.refused(what, refusal);
      }
    }
    return lines.stream().filter(Tasks::isSaid).toList();
  }

  private TaskInstancesLogResponse page(
      String what,
      String dagId,
      String runId,
      TaskInstance task,
      int number,
      @Nullable String token)
      throws Refusal {
    return api.ask(
        what,
        () -> tasks.getLog(dagId, runId, task.taskId(), number, true, task.mapIndex(), token));
  }

  Optional<JsonNode> xcom(String dagId, String runId, String taskId, int mapIndex, String key) {
    String what = "read " + key + " of task " + taskId + " of run \"" + runId + "\"";
    try {
      return Optional.of(
          Answers.json(
              api.ask(what, () -> xcoms.getXcomEntry(dagId, taskId, runId, key, mapIndex, true))
                  .getValue()));
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        return Optional.empty();
      }
      throw api.refused(what, refusal);
    }
  }

  /** Not what only folds lines in Airflow's own page. */
  private static boolean isSaid(LogLine line) {
    return Stream.of("::group::", "::endgroup::").noneMatch(mark -> line.text().startsWith(mark));
  }
}
