package org.simplexity.cli.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.run.Console;
import org.simplexity.experiment.run.LocalRunner;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.regression.metric.MetricRules;
import org.simplexity.tracking.ArtifactEntry;
import org.simplexity.tracking.ModelVersion;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** From the baseline's name to the exit code, on a real tracking server. */
@ExtendWith(MlflowServer.class)
class RegressionTest {
  private static final List<String> SEEDS = List.of("0", "1", "2", "3", "4");
  private static final DoubleUnaryOperator SAME = DoubleUnaryOperator.identity();

  @TempDir Path folder;
  private final MlflowServer server;
  private final String name = "regression " + UUID.randomUUID();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<ExperimentFile> ran = new ArrayList<>();
  private Tracker tracker;
  private HandMade made;

  RegressionTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    tracker = Connection.open(server.uri(), folder);
    made = new HandMade(tracker, file());
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void aMissingBaselineNeverPassesAndNothingRuns() throws Exception {
    point(made.run(SEEDS, SAME), "main");
    assertThat(regress("mian", false, runs(SAME))).isEqualTo(6);
    assertThat(ran).isEmpty();
    assertThat(said()).contains("no alias and no run \"mian\"", "did you mean \"main\"?");
    assertThat(folder.resolve("out/junit.xml")).content().contains("errors=\"1\"", "mian");
  }

  @Test
  void theFirstBaselineIsMadeOnlyWhereItIsAskedForAndSaysThatNothingWasCompared() throws Exception {
    assertThat(regress("main", true, runs(SAME))).isZero();
    RunSummary run = parents().get(0);
    assertThat(tracker.models().find(name, "main")).map(ModelVersion::runId).contains(run.id());
    assertThat(said()).contains("Nothing was compared", run.id());
    assertThat(folder.resolve("out/junit.xml")).content().contains("<skipped", "skipped=\"1\"");
    assertThat(folder.resolve("out/summary.md")).content().contains("first baseline");
  }

  @Test
  void aRunThatFailedIsNoFirstBaseline() throws Exception {
    assertThat(regress("main", true, ending(ExitCode.DIVERGED))).isEqualTo(1);
    assertThat(regress("main", true, ending(ExitCode.INFRASTRUCTURE))).isEqualTo(3);
    assertThat(tracker.models().aliases(name)).isEmpty();
  }

  @Test
  void theSameIsNoWorseAndIsPromoted() throws Exception {
    String baseline = made.run(SEEDS, SAME);
    point(baseline, "main");
    assertThat(regress("main", false, runs(SAME))).as(said()).isZero();
    assertThat(tracker.models().find(name, "main")).map(ModelVersion::runId).contains(baseline);
    assertThat(regress("main", true, runs(SAME))).isZero();
    RunSummary candidate = parents().get(0);
    assertThat(candidate.id()).isNotEqualTo(baseline);
    assertThat(tracker.models().find(name, "main"))
        .map(ModelVersion::runId)
        .contains(candidate.id());
  }

  @Test
  void whatIsWorseIsToldKeptAndNotPromoted() throws Exception {
    String baseline = made.run(SEEDS, SAME);
    point(baseline, "main");
    assertThat(regress("main", true, runs(accuracy -> accuracy - 0.05))).isEqualTo(1);
    assertThat(tracker.models().find(name, "main")).map(ModelVersion::runId).contains(baseline);
    RunSummary candidate = parents().get(0);
    assertThat(candidate.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(candidate.tags())
        .containsEntry("simplexity.regress.verdict", "worse")
        .containsEntry("simplexity.regress.baseline", "main")
        .containsEntry("simplexity.regress.baseline_run", baseline)
        .containsEntry("simplexity.regress.worse", "train: test/accuracy");
    assertThat(tracker.artifacts(candidate.id(), "regress/main"))
        .extracting(ArtifactEntry::path)
        .containsExactly(
            "regress/main/comparison.html",
            "regress/main/comparison.json",
            "regress/main/junit.xml",
            "regress/main/summary.md");
    assertThat(folder.resolve("out").toFile().list()).hasSize(4);
  }

  @Test
  void aRunIsABaselineByItsIdOrTheBeginningOfIt() throws Exception {
    String baseline = made.run(SEEDS, SAME);
    assertThat(regress(baseline, false, runs(SAME))).as(said()).isZero();
    assertThat(regress(baseline.substring(0, 8), false, runs(SAME))).isZero();
    assertThatThrownBy(() -> regress(baseline, true, runs(SAME)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--promote moves an alias");
  }

  @Test
  void anotherSpaceIsToldBeforeAnythingRuns() throws Exception {
    point(made.run(SEEDS, SAME), "main");
    Request other = request("main", false, "", "space.channels=8");
    assertThat(new Regression(other, tracker, runs(SAME), told()).run()).isEqualTo(6);
    assertThat(ran).isEmpty();
    assertThat(said()).contains("space.channels: baseline 16, candidate 8");
  }

  @Test
  void aBaselineThatDidNotFinishNeverPasses() throws Exception {
    point(made.run(SEEDS, SAME, RunStatus.FAILED), "main");
    assertThat(regress("main", false, runs(SAME))).isEqualTo(6);
    assertThat(said()).contains("state of the baseline's run", "FAILED");
  }

  @Test
  void failuresOfTheMachineAreNoVerdict() throws Exception {
    point(made.run(SEEDS, SAME), "main");
    assertThat(regress("main", false, ending(ExitCode.INFRASTRUCTURE))).isEqualTo(3);
    assertThat(regress("main", false, ending(ExitCode.BAD_EXPERIMENT))).isEqualTo(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void seedsAreThoseAskedForElseTheBaselines() throws Exception {
    point(made.run(SEEDS, SAME), "main");
    assertThat(regress("main", false, runs(SAME))).isZero();
    Request asked = request("main", false, "10,11,12,13,14");
    assertThat(new Regression(asked, tracker, runs(a -> a - 0.01), told()).run())
        .as(said())
        .isZero();
    assertThat(ran)
        .extracting(file -> file.experiment().sweep().axes().get("seed"))
        .containsExactly(SEEDS, List.of("10", "11", "12", "13", "14"));
    assertThat(said()).contains("Welch's t test");
  }

  @Test
  void seedsThatAreNoneAreToldBeforeAnything() {
    assertThatThrownBy(() -> request("main", false, "0,x").withSeeds(List.of()))
        .hasMessageContaining("\"x\" is no seed");
    assertThatThrownBy(() -> request("main", false, "0,1,0").withSeeds(List.of()))
        .hasMessageContaining("has 0 twice");
  }

  private int regress(String baseline, boolean promote, Engine engine)
      throws IOException, InterruptedException {
    return new Regression(request(baseline, promote, ""), tracker, engine, told()).run();
  }

  private Request request(String baseline, boolean promote, String seeds, String... overrides) {
    MetricRules rules = MetricRules.defaults();
    ExperimentFile file = file(overrides);
    return new Request(file, "x.yaml", seeds, baseline, rules, 0.05, promote);
  }

  private ExperimentFile file(String... overrides) {
    return ExperimentFile.parse("x.yaml", "name: " + name + "\n", List.of(overrides));
  }

  private Told told() {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Told(Console.here(out), folder.resolve("out"), Optional.empty());
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** An engine that leaves the runs of the seeds that it is told, with a change of accuracies. */
  private Engine runs(DoubleUnaryOperator accuracy) {
    return file -> {
      ran.add(file);
      List<String> seeds = file.experiment().sweep().axes().getOrDefault("seed", List.of("0"));
      String parent = new HandMade(tracker, file).run(seeds, accuracy);
      return new LocalRunner.Ended(ExitCode.DONE, parent);
    };
  }

  private Engine ending(ExitCode code) {
    return file -> new LocalRunner.Ended(code, made.run(List.of(), SAME, RunStatus.FAILED));
  }

  private void point(String run, String alias) {
    new Promotion(tracker, name, alias).to(run);
  }

  private List<RunSummary> parents() {
    return tracker.find(name, Map.of("simplexity.stage", "experiment"));
  }
}
