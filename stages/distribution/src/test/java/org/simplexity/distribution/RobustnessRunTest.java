package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** An experiment with the stage robustness through {@code dist/}, into a real tracking server. */
@ExtendWith(MlflowServer.class)
class RobustnessRunTest {
  private static final String[] WITH_ROBUSTNESS = {
    "--set", "seed=11", // tasks of its own: tests share the server
    "--set", "stages=[data-prep, search, discretise, train, robustness, report]",
    "--set", "robustness={corruptions: [fog, jpeg_compression], severities: [5], draws: 2}"
  };

  private static final String[] WITHOUT = {
    "--set", "seed=11", "--set", "stages=[data-prep, search, discretise, train, report]"
  };

  @TempDir private Path folder;

  @Test
  void everyTrainingIsDisturbedAndTheReportShowsThemSideBySide(MlflowServer server)
      throws Exception {
    Pipeline pipeline = new Pipeline(folder, server.uri());
    Ended ended = pipeline.run(WITH_ROBUSTNESS);
    assertThat(ended.code()).as(ended.said()).isZero();
    try (Tracker tracker = pipeline.tracker()) {
      Tracked tracked = new Tracked(tracker, ended.parent());
      Map<String, RunSummary> runs = tracked.finished();
      assertThat(runs).doesNotContainKey("evaluate").hasSize(8);
      for (String start : new String[] {"scratch", "inherited"}) {
        RunSummary run = runs.get("robustness[train.start=" + start + "]");
        assertThat(run.metrics())
            .containsKeys("robustness/edge_removal/area", "robustness/fog/area")
            .containsEntry(
                "robustness/undisturbed",
                runs.get("train[start=" + start + "]").metrics().get("test/accuracy"));
        assertThat(run.parameters()).containsEntry("robustness.draws", "2");
        assertThat(tracked.artifacts(run.id()))
            .contains("tables/robustness.json", "robustness.png");
      }
      assertThat(tracked.artifacts(ended.parent()))
          .contains("report/report.html", "report/robustness.png");
    }
    assertThat(Files.readString(pipeline.work().resolve("small/report.html")))
        .contains("Fast gradient sign", "JPEG compression", "train.start=inherited");
    Ended again = pipeline.run(WITH_ROBUSTNESS);
    assertThat(again.said()).contains("Every task has finished before");
    Ended more = pipeline.run(WITHOUT);
    assertThat(more.said().split(": reused ", -1)).as(more.said()).hasSize(5 + 1); // all but report
  }
}
