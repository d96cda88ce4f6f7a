package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** Registered models, versions and aliases of a real server. */
@ExtendWith(MlflowServer.class)
class ModelsTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String model = "digits it's " + UUID.randomUUID();
  private Middleman middleman;
  private MlflowTracker tracker;
  private Models models;
  private TrackedRun run;

  ModelsTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    middleman = new Middleman(server.uri());
    tracker = MlflowTracker.connect(middleman.uri(), Trackers.quick(folder.resolve("journal")));
    models = tracker.models();
    run = tracker.start(new RunRequest("models", "experiment", null, Map.of()));
    run.artifact("model/network.onnx", new byte[5], "application/octet-stream");
    run.flush();
  }

  @AfterEach
  void close() {
    tracker.close();
    middleman.close();
  }

  @Test
  void aVersionIsReadBackWithRunSourceAndTags() {
    ModelVersion made = models.register(version(run, Map.of("accuracy", "0.98")));
    assertThat(made.model()).isEqualTo(model);
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.runId()).isEqualTo(run.id());
    assertThat(made.source()).endsWith(run.id() + "/artifacts/model/network.onnx");
    assertThat(made.tags()).containsOnly(entry("accuracy", "0.98"));
    assertThat(models.versions(model)).containsExactly(made);
  }

  @Test
  void theSameRunAndFileAreRegisteredOnceAlsoWhenTheAnswerIsLost() {
    middleman.loseNextAnswerTo("registered-models/create");
    middleman.loseNextAnswerTo("model-versions/create");
    ModelVersion made = models.register(version(run, Map.of()));
    ModelVersion again = models.register(version(run, Map.of("note", "again")));
    assertThat(middleman.asked("create")).filteredOn(Middleman.Asked::answerLost).hasSize(2);
    assertThat(again.version()).isEqualTo(made.version()).isEqualTo(1);
    assertThat(again.tags()).containsOnly(entry("note", "again"));
    assertThat(models.versions(model)).hasSize(1);
  }

  @Test
  void anAliasMovesFromVersionToVersionAndGoes() {
    TrackedRun better = tracker.start(new RunRequest("models", "experiment", null, Map.of()));
    ModelVersion first = models.register(version(run, Map.of()));
    ModelVersion second = models.register(version(better, Map.of()));
    models.point(first, "champion");
    models.point(first, "main");
    assertThat(models.find(model, "champion")).map(ModelVersion::runId).contains(run.id());

    middleman.loseNextAnswerTo("registered-models/alias");
    models.point(second, "champion");
    assertThat(models.find(model, "champion")).map(ModelVersion::runId).contains(better.id());
    assertThat(models.aliases(model)).containsExactly(entry("champion", 2L), entry("main", 1L));
    assertThat(models.versions(model))
        .extracting(ModelVersion::runId)
        .containsExactly(better.id(), run.id());
    assertThat(models.versions(model).get(0).aliases()).containsExactly("champion");

    models.unpoint(model, "champion");
    models.unpoint(model, "champion");
    assertThat(models.aliases(model)).containsOnlyKeys("main");
    assertThat(models.find(model, "champion")).isEmpty();
  }

  @Test
  void tagsOfAVersionAreSet() {
    ModelVersion made = models.register(version(run, Map.of("a", "1")));
    models.tag(made, Map.of("a", "2", "b", "größe"));
    assertThat(models.versions(model).get(0).tags())
        .containsOnly(entry("a", "2"), entry("b", "größe"));
  }

  @Test
  void whatIsNotThereIsEmptyRatherThanAnError() {
    assertThat(models.find("nowhere " + model, "champion")).isEqualTo(Optional.empty());
    assertThat(models.aliases("nowhere " + model)).isEmpty();
    assertThat(models.versions("nowhere " + model)).isEmpty();
    models.unpoint("nowhere " + model, "champion");
    models.register(version(run, Map.of()));
    assertThat(models.find(model, "champion")).isEmpty();
  }

  @Test
  void mistakesAreToldWithWhatWasExpected() {
    ModelVersion made = models.register(version(run, Map.of()));
    assertThatThrownBy(() -> models.point(made, "the best"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nearest valid alias: \"the_best\"");
    assertThatThrownBy(() -> models.point(made, "v2")).hasMessageContaining("\"alias-v2\"");
    assertThatThrownBy(() -> models.point(made, "Latest")).hasMessageContaining("alias-Latest");
    assertThatThrownBy(() -> new NewVersion("a/b:c", run.id(), "", Map.of()))
        .hasMessageContaining("nearest valid name: \"a_b_c\"");
    assertThat(Models.nameFor("a/b:c")).isEqualTo("a_b_c");
    String nobody = "0".repeat(32);
    assertThatThrownBy(() -> models.register(new NewVersion(model, nobody, "", Map.of())))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining(nobody);
    ModelVersion never =
        new ModelVersion(model, 99, run.id(), "", Map.of(), made.aliases(), made.made());
    assertThatThrownBy(() -> models.point(never, "champion"))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("99");
  }

  private NewVersion version(TrackedRun of, Map<String, String> tags) {
    return new NewVersion(model, of.id(), "model/network.onnx", tags);
  }
}
