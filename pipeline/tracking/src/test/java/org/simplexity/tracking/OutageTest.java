package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** The server goes away and comes back while a run is being written. */
@ExtendWith(MlflowServer.class)
class OutageTest {
  private static final List<String> KEYS = List.of("train/loss", "train/accuracy", "entropy");
  @TempDir Path folder;
  private final MlflowServer server;
  private MlflowTracker tracker;

  OutageTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    tracker = MlflowTracker.connect(server.uri(), Trackers.quick(folder.resolve("journal")));
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void aServerThatIsStoppedAndStartedAgainLosesAndDoublesNothing() throws Exception {
    TrackedRun run = tracker.start(new RunRequest("outage", "long", null, Map.of()));
    AtomicLong step = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    Thread training =
        new Thread(
            () -> {
              while (!enough.get()) {
                long now = step.incrementAndGet();
                run.metrics(
                    Map.of(KEYS.get(0), 1.0 / now, KEYS.get(1), 0.5, KEYS.get(2), now * 0.1), now);
                pause(4);
              }
            });
    training.start();
    awaitStep(step, 300);
    server.stop();
    long stopped = step.get();
    run.parameters(Map.of("logged", "in the outage"));
    run.artifact("in/outage.txt", "kept".getBytes(StandardCharsets.UTF_8), "text/plain");
    awaitStep(step, stopped + 1000);
    server.start();
    awaitStep(step, step.get() + 200);
    enough.set(true);
    training.join();
    run.finish(RunStatus.FINISHED);

    List<Long> steps = LongStream.rangeClosed(1, step.get()).boxed().toList();
    for (String key : KEYS) {
      assertThat(tracker.history(run.id(), key))
          .extracting(MetricPoint::step)
          .containsExactlyElementsOf(steps);
    }
    assertThat(tracker.history(run.id(), KEYS.get(0)).get(stopped > 0 ? (int) stopped : 1).value())
        .isEqualTo(1.0 / (stopped + 1));
    assertThat(tracker.get(run.id()).parameters()).containsEntry("logged", "in the outage");
    tracker.download(run.id(), "in/outage.txt", folder.resolve("back.txt"));
    assertThat(folder.resolve("back.txt")).hasContent("kept");
    assertThat(tracker.get(run.id()).status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void aRunThatCannotBeFinishedStaysInTheJournalAndIsNotFinished() {
    Timeouts impatient =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1));
    TrackerSettings settings = Trackers.quick(folder.resolve("short")).withTimeouts(impatient);
    String id;
    Middleman road = new Middleman(server.uri());
    try (MlflowTracker hasty = MlflowTracker.connect(road.uri(), settings)) {
      TrackedRun run = hasty.start(new RunRequest("outage", "short", null, Map.of()));
      id = run.id();
      run.flush();
      road.close();
      run.metric("loss", 1, 1);
      assertThatThrownBy(() -> run.finish(RunStatus.FINISHED))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining(road.uri().toString())
          .hasMessageContaining("./simplexity mlflow up")
          .hasMessageContaining(".jsonl");
      assertThatThrownBy(() -> hasty.get(id))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("connection refused");
    }
    assertThat(tracker.get(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(folder.resolve("short")).isNotEmptyDirectory();
  }

  private static void awaitStep(AtomicLong step, long least) {
    while (step.get() < least) {
      pause(20);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
