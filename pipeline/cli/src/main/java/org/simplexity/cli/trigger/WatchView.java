package org.simplexity.cli.trigger;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.TaskInstance;
import org.simplexity.experiment.run.Terminals;

/** What is shown of a DAG run. */
sealed interface WatchView extends AutoCloseable permits PlainView, TerminalView, JsonView {
  /**
   * One line or more for people.
   *
   * @param text lines
   */
  void tell(String text);

  /**
   * The run is there.
   *
   * @param run the run
   * @param page its page in Airflow
   */
  void triggered(DagRun run, URI page);

  /**
   * The run has a parent run in the tracking server.
   *
   * @param page its page there
   */
  void tracked(String page);

  /**
   * How all tasks are now.
   *
   * @param tasks every task
   */
  void tasks(List<TaskInstance> tasks);

  /**
   * The run has ended.
   *
   * @param ending how
   */
  void ended(Ending ending);

  /** Takes away what is not meant to stay. */
  @Override
  void close();

  /** Lines that are drawn again where a person looks at a terminal, plain ones elsewhere. */
  static WatchView here(PrintWriter out) {
    return Terminals.isHere() ? new TerminalView(out) : new PlainView(out);
  }
}
