package org.simplexity.experiment.run;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One progress bar with the time left for each running task; a line for each that ended. */
final class TerminalConsole implements Console {
  private static final int INTERVAL_MS = 250;

  private final PrintStream out;
  private final Map<String, ProgressBar> bars = new LinkedHashMap<>();

  TerminalConsole(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void tell(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public synchronized void started(String task) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setUpdateIntervalMillis(INTERVAL_MS)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .clearDisplayOnFinish();
    bars.put(task, builder.build());
  }

  @Override
  public synchronized void progress(String task, Step step) {
    ProgressBar bar = bars.get(task);
    if (bar != null) {
      bar.maxHint(step.total());
      bar.stepTo(step.done());
      bar.setExtraMessage(step.unit() + (step.message().isEmpty() ? "" : "  " + step.message()));
    }
  }

  @Override
  public synchronized void ended(Outcome outcome) {
    ProgressBar bar = bars.remove(outcome.task());
    if (bar != null) {
      bar.close();
    }
    tell(ResultsTable.line(outcome));
  }

  @Override
  public synchronized void close() {
    bars.values().forEach(ProgressBar::close);
    bars.clear();
  }
}
