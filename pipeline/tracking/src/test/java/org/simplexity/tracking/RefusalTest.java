package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** What tracker or server do not take. */
@ExtendWith(MlflowServer.class)
class RefusalTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private MlflowTracker tracker;
  private TrackedRun run;

  RefusalTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void start() {
    tracker = MlflowTracker.connect(server.uri(), Trackers.quick(folder.resolve("journal")));
    run = tracker.start(new RunRequest("refusals", "a", null, Map.of()));
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void aChangedParameterIsRefusedAtOnceAndTheSameOneTaken() {
    run.parameters(Map.of("seed", "1"));
    run.parameters(Map.of("seed", "1"));
    assertThatThrownBy(() -> run.parameters(Map.of("seed", "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seed")
        .hasMessageContaining("\"1\"")
        .hasMessageContaining("\"2\"");
    run.flush();
    TrackedRun again = tracker.attach(run.id());
    assertThatThrownBy(() -> again.parameters(Map.of("seed", "3")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tracker.get(run.id()).parameters()).containsEntry("seed", "1");
  }

  @Test
  void whatOnlyTheServerRefusesIsToldByTheNextCallAndNeverFinished() {
    TrackedRun other = tracker.attach(run.id());
    other.parameters(Map.of("seed", "1"));
    other.flush();
    run.parameters(Map.of("seed", "2"));
    assertThatThrownBy(run::flush)
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("seed")
        .hasMessageContaining(server.uri().toString());
    assertThatThrownBy(() -> run.metric("loss", 1, 1)).isInstanceOf(TrackingException.class);
    assertThatThrownBy(() -> run.finish(RunStatus.FINISHED)).isInstanceOf(TrackingException.class);
    assertThat(tracker.get(run.id()).status()).isEqualTo(RunStatus.RUNNING);
    run.finish(RunStatus.FAILED);
    assertThat(tracker.get(run.id()).status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void namesThatTheServerWouldRefuseAreToldWithTheNearestOneItTakes() {
    assertThatThrownBy(() -> run.metric("loss (train)", 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nearest valid name: \"loss _train_\"");
    run.metric("loss _train_", 1, 1);
    run.parameters(Map.of("Größe 1-x_y.z/ok", "1"));
    run.tags(Map.of("größe/ok", "1"));
    run.flush();
    assertThat(tracker.get(run.id()).metrics()).containsKey("loss _train_");
  }

  @Test
  void aMissingRunIsNamed() {
    assertThatThrownBy(() -> tracker.attach("0123456789abcdef0123456789abcdef"))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("0123456789abcdef0123456789abcdef")
        .hasMessageContaining(server.uri().toString());
  }

  @Test
  void aMissingArtifactIsNamedWithThoseThatAreThere() {
    run.artifact("data/images.bin", new byte[3], "application/octet-stream");
    run.flush();
    assertThatThrownBy(() -> tracker.download(run.id(), "data/image.bin", folder.resolve("x")))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("data/image.bin")
        .hasMessageContaining("there is data/images.bin");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void oneSetInTwoRolesNeedsTwoNames() {
    run.dataset(DatasetInput.of("digits", "abc", "embedded", DatasetContext.TRAIN));
    assertThatThrownBy(
            () -> run.dataset(DatasetInput.of("digits", "abc", "embedded", DatasetContext.TEST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("digits/test");
  }

  @Test
  void aFinishedRunTakesNothingMore() {
    run.finish(RunStatus.FINISHED);
    assertThatThrownBy(() -> run.metric("loss", 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(run.id());
    run.close();
  }

  @Test
  void mistakesOfTheCallerAreToldWithWhatWasExpected() {
    assertThatThrownBy(() -> run.finish(RunStatus.RUNNING)).hasMessageContaining("FINISHED");
    assertThatThrownBy(() -> run.table("t.csv", new Table(List.of(), List.of())))
        .hasMessageContaining("t.csv.json");
    assertThatThrownBy(() -> run.artifact("a", folder.resolve("none")))
        .hasMessageContaining("none is not a file");
    assertThatThrownBy(() -> run.artifact("../a", new byte[0], "text/plain"))
        .hasMessageContaining("nearest valid path: \"a\"");
    assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of(1))))
        .hasMessageContaining("row 0 has 1 values for 2 columns");
    assertThatThrownBy(() -> new Batching(Duration.ZERO, 1001, 1)).hasMessageContaining("1001");
    assertThatThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1)))
        .hasMessageContaining("positive");
    assertThatThrownBy(() -> new RunRequest(" ", "n", null, Map.of()))
        .hasMessageContaining("\" \"");
    assertThatThrownBy(() -> DatasetInput.of("", "d", "s", DatasetContext.TRAIN))
        .hasMessageContaining("1 to 500");
  }

  @Test
  void artifactsThatTheServerDoesNotServeAreToldWithTheRemedy() {
    Address address = Address.of(server.uri());
    Http http = new Http(Credentials.of(server.uri(), Map.of()), Timeouts.defaults());
    ArtifactStore store = new ArtifactStore(http, address);
    assertThatThrownBy(() -> store.put("file:///tmp/mlruns/1", "a", folder, "text/plain"))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("file:///tmp/mlruns/1")
        .hasMessageContaining("--artifacts-destination");
  }
}
