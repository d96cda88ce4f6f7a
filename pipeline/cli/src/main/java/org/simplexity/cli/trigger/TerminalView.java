package org.simplexity.cli.trigger;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.TaskInstance;
import org.simplexity.airflow.TaskState;

/**
 * A line that stays for each task that ended; below them, drawn again each time, those that run.
 *
 * <p>Escape sequences are those of ECMA-48: up, erase below; and DEC's private mode 7, which keeps
 * long lines from wrapping.
 */
final class TerminalView implements WatchView {
  private static final int MOST = 12;
  private static final String ESCAPE = "\u001b[";

  private final PrintWriter out;
  private final Changes changes = new Changes();
  private int drawn;

  TerminalView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void tell(String text) {
    erase();
    out.println(text);
    out.flush();
  }

  @Override
  public void triggered(DagRun run, URI page) {
    tell("DAG run " + run.runId() + " of " + run.dagId() + "\nAirflow: " + page);
  }

  @Override
  public void tracked(String page) {
    tell("MLflow: " + page);
  }

  @Override
  public synchronized void tasks(List<TaskInstance> tasks) {
    erase();
    changes.among(tasks).stream()
        .filter(task -> task.state() != TaskState.RUNNING)
        .forEach(task -> out.println(Changes.line(task)));
    draw(tasks);
    out.flush();
  }

  @Override
  public synchronized void ended(Ending ending) {
    tell(EndingText.of(ending));
  }

  @Override
  public synchronized void close() {
    erase();
    out.flush();
  }

  private void draw(List<TaskInstance> tasks) {
    List<String> lines = new ArrayList<>();
    tasks.stream().filter(TerminalView::isActive).forEach(task -> lines.add(active(task)));
    if (lines.size() > MOST) {
      int more = lines.size() - MOST;
      lines.subList(MOST, lines.size()).clear();
      lines.add("  … and " + more + " more");
    }
    long done = tasks.stream().filter(task -> task.state().ended()).count();
    lines.add(done + " of " + tasks.size() + " tasks are done");
    out.print(ESCAPE + "?7l");
    lines.forEach(out::println);
    out.print(ESCAPE + "?7h");
    drawn = lines.size();
  }

  private static boolean isActive(TaskInstance task) {
    return !task.state().ended() && task.state() != TaskState.NONE;
  }

  private static String active(TaskInstance task) {
    String time = task.state() == TaskState.RUNNING ? "  " + Times.shown(task.time()) : "";
    return "  " + task.name() + ": " + task.state() + time;
  }

  private void erase() {
    if (drawn > 0) {
      out.print(ESCAPE + drawn + "A" + ESCAPE + "J");
      drawn = 0;
    }
  }
}
