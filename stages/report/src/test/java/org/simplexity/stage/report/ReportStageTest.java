package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.tracking.ArtifactEntry;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;
import org.simplexity.tracking.testing.MlflowServer;

/** The stage against a real MLflow server that holds the runs of a sweep. */
@ExtendWith(MlflowServer.class)
class ReportStageTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "report " + UUID.randomUUID();
  private Tracker tracker;
  private String parent;

  ReportStageTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    tracker =
        MlflowTracker.connect(
            server.uri(), TrackerSettings.defaults().withJournal(folder.resolve("journal")));
    TrackedRun run = tracker.start(new RunRequest(experiment, experiment, null, Map.of()));
    parent = run.id();
    run.flush();
    run.close();
  }

  @AfterEach
  void disconnect() {
    tracker.close();
  }

  @Test
  void ownRunAndThatOfTheExperimentGetReportTablePicturesAndMetrics() throws IOException {
    assertThat(runStage(Sweeps.twoByTwo(folder.resolve("runs")))).isZero();
    RunSummary own = tracker.find(experiment, Map.of("simplexity.stage", "report")).get(0);
    assertThat(own.status()).isEqualTo(RunStatus.FINISHED);
    for (String id : List.of(own.id(), parent)) {
      assertThat(paths(id, "report")).containsExactly("report/curves.png", "report/report.html");
      assertThat(paths(id, "tables")).containsExactly("tables/results.json");
      assertThat(paths(id, "genotype"))
          .containsExactly("genotype/normal.svg", "genotype/reduction.svg");
      assertThat(tracker.get(id).metrics())
          .containsEntry("best/test/accuracy", 0.98)
          .containsKeys("mean/test/accuracy", "std/test/accuracy", "best/model/parameters");
    }
    assertThat(tracker.get(parent).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void theReportHoldsWhatTheTrackerGave() throws IOException {
    assertThat(runStage(Sweeps.twoByTwo(folder.resolve("runs")))).isZero();
    Path report = folder.resolve("report.html");
    tracker.download(parent, "report/report.html", report);
    assertThat(Files.readString(report))
        .contains("space.channels=16, seed=0")
        .contains("0.9700 ±\u00A00.0141")
        .contains("Edge 0-2: sep_conv_3x3 from 0.50 to 0.10; skip_connect from 0.50 to 0.90.");
    Path drawing = folder.resolve("normal.svg");
    tracker.download(parent, "genotype/normal.svg", drawing);
    assertThat(Files.readString(drawing)).contains("data-operation=\"skip_connect\"");
  }

  @Test
  void pruningGetsTablesPicturesAndADial() throws IOException {
    assertThat(runStage(Sweeps.pruned(folder.resolve("runs")))).isZero();
    assertThat(paths(parent, "tables"))
        .containsExactly(
            "tables/pruning.json", "tables/pruning_summary.json", "tables/results.json");
    assertThat(paths(parent, "report"))
        .containsExactly(
            "report/pruning.png",
            "report/pruning_heat.png",
            "report/pruning_surface.png",
            "report/report.html");
    Path report = folder.resolve("report.html");
    tracker.download(parent, "report/report.html", report);
    assertThat(Files.readString(report))
        .contains("<th scope=\"row\">var_linear</th><td>100</td><td>0.5000</td><td>0.7500</td>");
  }

  private int runStage(Gathered gathered) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file, "name: " + experiment + "\nsweep: {space.channels: [8, 16], seed: [0, 1]}\n");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--experiment", file.toString(), "--parent", parent));
    arguments.addAll(List.of("--tracking-uri", server.uri().toString()));
    arguments.addAll(List.of("--work", folder.resolve("work").toString()));
    for (UpstreamRun run : gathered.all()) {
      RunRequest request = new RunRequest(experiment, run.summary().name(), parent, Map.of());
      String id = ((RecordedRun) run).publish(tracker, request);
      arguments.addAll(List.of("--upstream", run.stage() + "=" + id));
    }
    return StageProgram.run(arguments.toArray(String[]::new), "report", new ReportModule());
  }

  private List<String> paths(String id, String path) {
    return tracker.artifacts(id, path).stream().map(ArtifactEntry::path).toList();
  }
}
