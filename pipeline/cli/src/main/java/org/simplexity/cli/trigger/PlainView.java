package org.simplexity.cli.trigger;

import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.TaskInstance;

/** Lines with the time of day, one for each change. */
final class PlainView implements WatchView {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final PrintWriter out;
  private final Changes changes = new Changes();

  PlainView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void tell(String text) {
    text.lines()
        .forEach(
            line -> out.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + "  " + line));
    out.flush();
  }

  @Override
  public void triggered(DagRun run, URI page) {
    tell("DAG run " + run.runId() + " of " + run.dagId() + ": " + run.state());
    tell("Airflow: " + page);
  }

  @Override
  public void tracked(String page) {
    tell("MLflow: " + page);
  }

  @Override
  public void tasks(List<TaskInstance> tasks) {
    changes.among(tasks).forEach(task -> tell(Changes.line(task)));
  }

  @Override
  public synchronized void ended(Ending ending) {
    out.println(EndingText.of(ending));
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
