package org.simplexity.cli.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.TaskInstance;

/** Everything as JSON lines. */
final class JsonView implements WatchView {
  private final PrintWriter out;
  private final Changes changes = new Changes();

  JsonView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void tell(String text) {
    print(event("message").put("text", text));
  }

  @Override
  public void triggered(DagRun run, URI page) {
    ObjectNode line = event("triggered").put("dag_id", run.dagId()).put("run_id", run.runId());
    print(line.put("state", run.state().toString()).put("page", page.toString()));
  }

  @Override
  public void tracked(String page) {
    print(event("tracked").put("page", page));
  }

  @Override
  public void tasks(List<TaskInstance> tasks) {
    changes.among(tasks).forEach(task -> print(about(event("task"), task)));
  }

  @Override
  public void ended(Ending ending) {
    for (Ending.Failure failure : ending.failures()) {
      ObjectNode line = about(event("log"), failure.task());
      ArrayNode lines = line.putArray("lines");
      failure.log().forEach(one -> lines.add(one.text()));
      print(line);
    }
    ObjectNode line = event("result").put("dag_id", ending.run().dagId());
    line.put("run_id", ending.run().runId()).put("state", ending.run().state().toString());
    line.put("exit_code", ending.exitCode());
    line.put("seconds", ending.run().time().toMillis() / 1000.0);
    ArrayNode tasks = line.putArray("tasks");
    ending.tasks().forEach(task -> about(tasks.addObject(), task));
    line.set("outcome", ending.outcome().orElse(JsonNodeFactory.instance.nullNode()));
    print(line);
  }

  @Override
  public void close() {
    out.flush();
  }

  private static ObjectNode about(ObjectNode line, TaskInstance task) {
    line.put("task", task.name()).put("task_id", task.taskId()).put("map_index", task.mapIndex());
    line.put("state", task.state().toString()).put("try", task.tries());
    return line.put("seconds", task.time().toMillis() / 1000.0);
  }

  private static ObjectNode event(String name) {
    return JsonNodeFactory.instance.objectNode().put("event", name);
  }

  private synchronized void print(JsonNode line) {
    out.println(line);
    out.flush();
  }
}
