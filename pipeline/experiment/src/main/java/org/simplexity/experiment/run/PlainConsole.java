package org.simplexity.experiment.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Lines with the time of day; of the progress of one task at most one in a few seconds. */
final class PlainConsole implements Console {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final Duration LEAST = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Map<String, Long> told = new HashMap<>();

  PlainConsole(PrintStream out) {
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
  public synchronized void started(String task) {
    told.put(task, System.nanoTime());
    tell(task + ": started");
  }

  @Override
  public synchronized void progress(String task, Step step) {
    long now = System.nanoTime();
    boolean soon = now - told.getOrDefault(task, 0L) < LEAST.toNanos();
    if (soon && step.done() < step.total()) {
      return;
    }
    told.put(task, now);
    String message = step.message().isEmpty() ? "" : "  " + step.message();
    tell(task + ": " + step.unit() + " " + step.done() + "/" + step.total() + message);
  }

  @Override
  public synchronized void ended(Outcome outcome) {
    tell(ResultsTable.line(outcome));
  }

  @Override
  public void close() {
    out.flush();
  }
}
