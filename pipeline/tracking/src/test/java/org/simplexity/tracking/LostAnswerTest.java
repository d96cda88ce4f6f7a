package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** The server has done what was asked, but its answer is lost, so it is asked again. */
@ExtendWith(MlflowServer.class)
class LostAnswerTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "lost answers " + UUID.randomUUID();
  private Middleman middleman;
  private MlflowTracker tracker;

  LostAnswerTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    middleman = new Middleman(server.uri());
    tracker = MlflowTracker.connect(middleman.uri(), Trackers.quick(folder.resolve("journal")));
  }

  @AfterEach
  void close() {
    tracker.close();
    middleman.close();
  }

  @Test
  void aBatchThatIsSentTwiceIsKeptOnce() {
    TrackedRun run = tracker.start(new RunRequest(experiment, "a", null, Map.of()));
    middleman.loseNextAnswerTo("log-batch");
    for (int step = 1; step <= 1500; step++) {
      run.metrics(Map.of("loss", 1.0 / step, "nan", Double.NaN), step);
    }
    run.parameters(Map.of("seed", "1"));
    run.flush();

    assertThat(middleman.asked("log-batch")).filteredOn(Middleman.Asked::answerLost).hasSize(1);
    String lost = middleman.asked("log-batch").get(0).body();
    assertThat(middleman.asked("log-batch")).filteredOn(a -> a.body().equals(lost)).hasSize(2);
    assertThat(tracker.history(run.id(), "loss")).hasSize(1500);
    assertThat(tracker.history(run.id(), "nan")).hasSize(1500);
  }

  @Test
  void aRunAndAnExperimentAreMadeOnce() {
    middleman.loseNextAnswerTo("experiments/create");
    middleman.loseNextAnswerTo("runs/create");
    TrackedRun run = tracker.start(new RunRequest(experiment, "a", null, Map.of("k", "v")));

    assertThat(middleman.asked("create")).filteredOn(Middleman.Asked::answerLost).hasSize(2);
    assertThat(tracker.find(experiment, Map.of()))
        .singleElement()
        .extracting(RunSummary::id)
        .isEqualTo(run.id());
  }

  @Test
  void artifactsDataSetsAndTheEndAreSetOnce() {
    TrackedRun run = tracker.start(new RunRequest(experiment, "a", null, Map.of()));
    middleman.loseNextAnswerTo("a.txt");
    middleman.loseNextAnswerTo("log-inputs");
    middleman.loseNextAnswerTo("runs/update");
    run.artifact("a.txt", "content".getBytes(StandardCharsets.UTF_8), "text/plain");
    run.dataset(DatasetInput.of("digits", "abc", "embedded", DatasetContext.TRAIN));
    run.finish(RunStatus.FINISHED);

    assertThat(middleman.asked("a.txt")).hasSize(2);
    assertThat(middleman.asked("log-inputs")).hasSize(2);
    assertThat(middleman.asked("runs/update")).hasSize(2);
    assertThat(tracker.artifacts(run.id(), ""))
        .containsExactly(new ArtifactEntry("a.txt", false, 7));
    assertThat(tracker.get(run.id()).status()).isEqualTo(RunStatus.FINISHED);
  }
}
