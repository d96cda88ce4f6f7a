package org.simplexity.experiment.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON lines of a stage in a thread of its own, so that no stage waits for the runner.
 */
final class StageOutput {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LAST_LINES_MS = 5000;

  private final Thread thread;
  private volatile @Nullable JsonNode result;

  StageOutput(InputStream output, Consumer<Console.Step> progress) {
    this.thread = new Thread(() -> read(output, progress), "stage-output");
    thread.setDaemon(true);
    thread.start();
  }

  /** The headline metrics of the result line; empty without a line that says "finished". */
  Optional<Map<String, Double>> headline() throws InterruptedException {
    thread.join(LAST_LINES_MS);
    JsonNode last = result;
    if (last == null || !last.path("status").asText().equals("finished")) {
      return Optional.empty();
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    last.path("metrics")
        .properties()
        .forEach(field -> metrics.put(field.getKey(), field.getValue().asDouble()));
    return Optional.of(metrics);
  }

  private void read(InputStream output, Consumer<Console.Step> progress) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> take(line, progress));
    } catch (IOException | UncheckedIOException e) {
      return; // the process was ended; what it said so far counts
    }
  }

  private void take(String line, Consumer<Console.Step> progress) {
    JsonNode event;
    try {
      event = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return; // no part of the protocol
    }
    String kind = event.path("event").asText();
    if (kind.equals("progress")) {
      progress.accept(
          new Console.Step(
              event.path("done").asLong(),
              event.path("total").asLong(),
              event.path("unit").asText(),
              event.path("message").asText()));
    } else if (kind.equals("result")) {
      result = event;
    }
  }
}
