package org.simplexity.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/** Everything as JSON lines. */
final class JsonConsole implements Console {
  private final PrintStream out;

  JsonConsole(PrintStream out) {
    this.out = out;
  }

  @Override
  public void tell(String text) {
    print(event("message").put("text", text));
  }

  @Override
  public void started(String task) {
    print(event("started").put("task", task));
  }

  @Override
  public void progress(String task, Step step) {
    ObjectNode line = event("progress").put("task", task).put("done", step.done());
    line.put("total", step.total()).put("unit", step.unit()).put("message", step.message());
    print(line);
  }

  @Override
  public void ended(Outcome outcome) {
    ObjectNode line = event("ended").put("task", outcome.task());
    line.put("status", outcome.status().toString()).put("exit_code", outcome.code().code());
    line.put("run_id", outcome.runId().orElse(null));
    line.put("seconds", outcome.time().toMillis() / 1000.0);
    ObjectNode metrics = line.putObject("metrics");
    outcome.headline().forEach(metrics::put);
    print(line);
  }

  @Override
  public void close() {
    out.flush();
  }

  private static ObjectNode event(String name) {
    return JsonNodeFactory.instance.objectNode().put("event", name);
  }

  private synchronized void print(ObjectNode line) {
    out.println(line);
    out.flush();
  }
}
