package org.simplexity.experiment.stage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a stage tells the engine: JSON lines on standard output, the result last. */
final class JsonLines implements Progress {
  private static final long LEAST_NANOS = 200_000_000L;

  private final PrintStream out;
  private long lastNanos;
  private String lastUnit = "";
  private @Nullable Path result;

  JsonLines(PrintStream out) {
    this.out = out;
  }

  /** Prints at most five lines a second, but always the first and the last of a unit. */
  @Override
  public synchronized void report(long done, long total, String unit, String message) {
    long now = System.nanoTime();
    if (done < total && unit.equals(lastUnit) && now - lastNanos < LEAST_NANOS) {
      return;
    }
    lastNanos = now;
    lastUnit = unit;
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "progress");
    line.put("done", done).put("total", total).put("unit", unit).put("message", message);
    print(line);
  }

  /** Writes the result to a file too, for engines that do not read standard output. */
  void alsoTo(Path file) {
    result = file;
  }

  /** The last line of a task that another run stands for. */
  void reused(String runId, Map<String, Double> metrics) {
    ObjectNode line = result(Optional.of(runId), "finished").put("reused", true);
    ObjectNode values = line.putObject("metrics");
    metrics.forEach(values::put);
    conclude(line);
  }

  /** The last line of a stage that ended well. */
  void finished(String runId, Map<String, Double> metrics) {
    ObjectNode line = result(Optional.of(runId), "finished");
    ObjectNode values = line.putObject("metrics");
    metrics.forEach(values::put);
    conclude(line);
  }

  /** The last line of a stage that failed. */
  void failed(Optional<String> runId, ExitCode code, String message) {
    ObjectNode line = result(runId, "failed");
    line.putObject("metrics");
    conclude(line.put("reason", code.meaning()).put("message", message));
  }

  private static ObjectNode result(Optional<String> runId, String status) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    return line.put("run_id", runId.orElse(null)).put("status", status);
  }

  private synchronized void conclude(ObjectNode line) {
    print(line);
    if (result != null) {
      try {
        Files.writeString(result, line.toString());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the result to " + result, e);
      }
    }
  }

  private synchronized void print(ObjectNode line) {
    out.println(line);
    out.flush();
  }
}
