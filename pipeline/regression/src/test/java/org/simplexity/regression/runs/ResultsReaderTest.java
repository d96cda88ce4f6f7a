package org.simplexity.regression.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.DatasetInput;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** What an experiment left in a real tracking server is read back. */
@ExtendWith(MlflowServer.class)
class ResultsReaderTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String name = "results " + UUID.randomUUID();
  private Tracker tracker;
  private TrackedRun parent;

  ResultsReaderTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void start() {
    tracker = Connection.open(server.uri(), folder);
    parent = run("experiment", "experiment", false);
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void aTaskIsItsLastFinishedTry() throws IOException {
    run("train", "train[seed=2]", true).finish(RunStatus.FAILED);
    TrackedRun good = run("train", "train[seed=2]", true);
    good.parameters(Map.of("seed", "2"));
    good.metrics(Map.of("test/accuracy", 0.5, "train/loss", 0.25), 3);
    good.tags(Map.of("simplexity.headline", "{\"test/accuracy\":0.75}"));
    good.finish(RunStatus.FINISHED);
    run("train", "train[seed=2]", true).finish(RunStatus.FAILED);
    run("report", "report", true).finish(RunStatus.FINISHED);
    parent.finish(RunStatus.FINISHED);

    ExperimentResults results = new ResultsReader(tracker).read(parent.id());
    assertThat(results.experiment()).isEqualTo(name);
    assertThat(results.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(results.failures()).isEmpty();
    assertThat(results.seeds()).containsExactly("2");
    assertThat(results.tasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.runId()).isEqualTo(good.id());
              assertThat(task.metrics())
                  .containsOnly(entry("test/accuracy", 0.75), entry("train/loss", 0.25));
            });
  }

  @Test
  void reusedRunsBelongToItAlsoWhenTheirTagIsLong() throws IOException {
    Map<String, String> reused = new LinkedHashMap<>();
    for (int seed = 0; seed < 3; seed++) {
      TrackedRun run = run("search", "search[seed=" + seed + "]", false);
      run.parameters(Map.of("seed", "" + seed));
      run.finish(RunStatus.FINISHED);
      reused.put("search[seed=" + seed + ",because=" + "long".repeat(800) + "]", run.id());
    }
    String json = new ObjectMapper().writeValueAsString(reused);
    assertThat(json).hasSizeGreaterThan(8000);
    parent.tags(Map.of("simplexity.reused", json));
    parent.flush();
    assertThat(new ResultsReader(tracker).read(parent.id()).seeds()).containsExactly("0", "1", "2");
  }

  @Test
  void aTaskWithoutAFinishedTryTellsWhyItFailed() throws IOException {
    TrackedRun failed = run("search", "search[seed=1]", true);
    failed.tags(
        Map.of("simplexity.failure", "diverged", "simplexity.failure_message", "loss is NaN"));
    failed.finish(RunStatus.FAILED);
    assertThat(new ResultsReader(tracker).read(parent.id()).failures())
        .containsExactly(new FailedTask("search[seed=1]", failed.id(), "diverged", "loss is NaN"));
  }

  @Test
  void preparedDataAreKnownByTheChecksumsOfSplitsAndSources() throws IOException {
    TrackedRun run = run("data-prep", "data-prep", true);
    run.dataset(DatasetInput.of("digits/train", "12ab", "bundled", DatasetContext.TRAIN));
    String json = "{\"provenance\":{\"sources\":[{\"name\":\"d.csv\",\"sha256\":\"34cd\"}]}}";
    run.artifact("data/provenance.json", json.getBytes(StandardCharsets.UTF_8), "application/json");
    run.finish(RunStatus.FINISHED);
    assertThat(new ResultsReader(tracker).read(parent.id()).tasks().get(0).data())
        .containsOnly(entry("digits/train", "12ab"), entry("source d.csv", "34cd"));
  }

  private TrackedRun run(String stage, String task, boolean below) {
    Map<String, String> tags =
        Map.of("simplexity.stage", stage, "simplexity.task", task, "simplexity.experiment", name);
    return tracker.start(new RunRequest(name, task, below ? parent.id() : null, tags));
  }
}
