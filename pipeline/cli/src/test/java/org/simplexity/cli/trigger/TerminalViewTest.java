package org.simplexity.cli.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.simplexity.airflow.TaskInstance;
import org.simplexity.airflow.TaskState;

/** What stays on a terminal and what is drawn over. */
class TerminalViewTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final StringWriter text = new StringWriter();
  private final TerminalView view = new TerminalView(new PrintWriter(text));

  @Test
  void runningTasksAreDrawnOverAndEndedOnesStay() {
    view.tasks(List.of(task("search", TaskState.RUNNING), task("train", TaskState.NONE)));
    assertThat(text.toString())
        .contains("  search: running  ")
        .endsWith("0 of 2 tasks are done\n\u001b[?7h");
    text.getBuffer().setLength(0);
    view.tasks(List.of(task("search", TaskState.SUCCESS), task("train", TaskState.QUEUED)));
    assertThat(text.toString())
        .startsWith("\u001b[2A\u001b[Jsearch: success  9.0 s\n")
        .contains("\u001b[?7l  train: queued\n")
        .contains("1 of 2 tasks are done");
    text.getBuffer().setLength(0);
    view.close();
    assertThat(text.toString()).isEqualTo("\u001b[2A\u001b[J");
  }

  @Test
  void ofManyRunningTasksSomeAreCounted() {
    List<TaskInstance> many =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(
                i ->
                    new TaskInstance(
                        "work",
                        i,
                        Optional.empty(),
                        TaskState.RUNNING,
                        1,
                        Optional.of(START),
                        Optional.empty()))
            .toList();
    view.tasks(many);
    assertThat(text.toString().lines())
        .hasSizeBetween(14, 15)
        .anyMatch(line -> line.equals("  … and 18 more"));
  }

  private static TaskInstance task(String name, TaskState state) {
    Optional<Instant> start = state == TaskState.NONE ? Optional.empty() : Optional.of(START);
    Optional<Instant> end = state.ended() ? Optional.of(START.plusSeconds(9)) : Optional.empty();
    return new TaskInstance(name, -1, Optional.empty(), state, 1, start, end);
  }
}
