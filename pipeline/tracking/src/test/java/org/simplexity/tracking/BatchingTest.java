package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** How much goes into one request. */
class BatchingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 60)
  void everyRequestKeepsTheLimitsAndEveryEntityIsInOne(
      @ForAll @IntRange(max = 400) int metrics,
      @ForAll @IntRange(max = 250) int parameters,
      @ForAll @IntRange(max = 250) int tags,
      @ForAll @IntRange(min = 1, max = 1000) int entities,
      @ForAll @IntRange(min = 2000, max = 40_000) int bytes)
      throws IOException {
    LogBatches batches = new LogBatches("run", new Batching(Duration.ZERO, entities, bytes));
    batches.add(new Entry.Metrics(1, 2, numbered(metrics, 0.5)));
    batches.add(new Entry.Parameters(numbered(parameters, "ä<".repeat(90))));
    batches.add(new Entry.Tags(numbered(tags, "value")));
    List<String> keys = new ArrayList<>();
    for (String request : batches.requests()) {
      JsonNode json = JSON.readTree(request);
      assertThat(json.path("params").size()).isLessThanOrEqualTo(100);
      assertThat(json.path("tags").size()).isLessThanOrEqualTo(100);
      List<String> together = json.findValuesAsText("key");
      assertThat(together).hasSizeBetween(1, entities);
      assertThat(request.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(bytes);
      keys.addAll(together);
    }
    assertThat(keys).hasSize(metrics + parameters + tags);
  }

  @Test
  void theLastOfSeveralValuesOfATagCounts() throws IOException {
    LogBatches batches = new LogBatches("run", Batching.defaults());
    batches.add(new Entry.Tags(Map.of("state", "first")));
    batches.add(new Entry.Tags(Map.of("state", "second")));
    assertThat(batches.requests())
        .singleElement()
        .asString()
        .contains("second")
        .doesNotContain("first");
  }

  private static <T> Map<String, T> numbered(int count, T value) {
    Map<String, T> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put("key" + i, value);
    }
    return map;
  }

  /** With a real server, which refuses what is too much. */
  @Nested
  @ExtendWith(MlflowServer.class)
  class WithAServer {
    @TempDir Path folder;

    @Test
    void twoThousandFiveHundredMetricsTakeThreeRequests(MlflowServer server) {
      Batching rare = new Batching(Duration.ofHours(1), 1000, 900_000);
      TrackerSettings settings = Trackers.quick(folder).withBatching(rare);
      try (Middleman middleman = new Middleman(server.uri());
          MlflowTracker tracker = MlflowTracker.connect(middleman.uri(), settings)) {
        TrackedRun run = tracker.start(new RunRequest("batching", "a", null, Map.of()));
        for (int step = 1; step <= 500; step++) {
          run.metrics(numbered(5, 0.25), step);
        }
        assertThat(middleman.asked("log-batch")).isEmpty();
        run.flush();
        assertThat(middleman.asked("log-batch")).hasSize(3);
        assertThat(tracker.history(run.id(), "key4")).hasSize(500);
      }
    }

    @Test
    void aHundredLongParametersAndAThousandMetricsAtOnceAreTaken(MlflowServer server) {
      try (MlflowTracker tracker = MlflowTracker.connect(server.uri(), Trackers.quick(folder))) {
        TrackedRun run = tracker.start(new RunRequest("batching", "a", null, Map.of()));
        run.parameters(numbered(230, "ä<&>".repeat(1500)));
        run.metrics(numbered(2300, 1.5), 1);
        run.flush();
        RunSummary summary = tracker.get(run.id());
        assertThat(summary.parameters()).hasSize(230).containsEntry("key229", "ä<&>".repeat(1500));
        assertThat(summary.metrics()).hasSize(2300);
      }
    }
  }
}
