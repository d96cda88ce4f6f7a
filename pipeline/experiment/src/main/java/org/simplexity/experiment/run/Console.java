package org.simplexity.experiment.run;

import java.io.PrintStream;

/** Where the runner tells what happens. Safe for use by several threads. */
public interface Console extends AutoCloseable {
  /**
   * Tells one line or more.
   *
   * @param text lines for people
   */
  void tell(String text);

  /**
   * A task begins.
   *
   * @param task id of the task
   */
  void started(String task);

  /**
   * A task tells how far it is.
   *
   * @param task id of the task
   * @param step where it is
   */
  void progress(String task, Step step);

  /**
   * A task ended.
   *
   * @param outcome how
   */
  void ended(Outcome outcome);

  /** Takes away what is not meant to stay. */
  @Override
  void close();

  /**
   * A state of a task.
   *
   * @param done units done
   * @param total units in all
   * @param unit name of one unit
   * @param message one short line
   */
  record Step(long done, long total, String unit, String message) {}

  /**
   * Progress bars where a person looks at a terminal, plain lines elsewhere.
   *
   * @param out standard output
   */
  static Console here(PrintStream out) {
    return Terminals.isHere() ? new TerminalConsole(out) : new PlainConsole(out);
  }

  /**
   * JSON lines for programs.
   *
   * @param out standard output
   */
  static Console jsonLines(PrintStream out) {
    return new JsonConsole(out);
  }
}
