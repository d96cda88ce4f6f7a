package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.distribution.Pipeline.Running;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** From images to report through {@code java -jar dist/cli.jar}, into a real tracking server. */
@ExtendWith(MlflowServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class EndToEndTest {
  private static final String SCRATCH = "train[start=scratch]";
  private static final String INHERITED = "train[start=inherited]";
  private static final int EDGES = 5; // two nodes after two inputs: 2 + 3
  private static final List<String> OPERATIONS =
      List.of("max_pool_3x3", "skip_connect", "sep_conv_3x3");

  private static final List<String> MODEL =
      List.of("model/weights.npz", "model/network.onnx", "model/network.zip", "genotype.json");

  private static final Map<String, List<String>> ARTIFACTS =
      Map.of(
          "data-prep",
          List.of("data/images.bin", "data/provenance.json", "data/samples.png"),
          "search",
          List.of(
              "structure.json",
              "supernet/weights.npz",
              "genotype.json",
              "genotype/normal.svg",
              "genotype/reduction.svg"),
          "discretise",
          List.of("genotype.json", "genotype/normal.svg", "genotype/reduction.svg"),
          SCRATCH,
          MODEL,
          INHERITED,
          MODEL,
          "evaluate",
          List.of("tables/leaderboard.json"),
          "report",
          List.of("report/report.html"));

  private MlflowServer server;
  private Pipeline pipeline;
  private Tracker tracker;
  private Ended first;
  private Tracked tracked;

  @BeforeAll
  void runOnce(MlflowServer running, @TempDir Path folder) throws Exception {
    server = running;
    pipeline = new Pipeline(folder, running.uri());
    first = pipeline.run();
    assertThat(first.code()).as(first.said()).isZero();
    tracker = pipeline.tracker();
    tracked = new Tracked(tracker, first.parent());
  }

  @AfterAll
  void close() {
    if (tracker != null) {
      tracker.close();
    }
  }

  @Test
  void everyTaskIsAFinishedChildOfOneParentWithItsTagsAndArtifacts() {
    assertThat(tracked.parent().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(tracked.children()).hasSize(ARTIFACTS.size());
    Map<String, RunSummary> runs = tracked.finished();
    assertThat(runs).containsOnlyKeys(ARTIFACTS.keySet());
    runs.forEach(
        (task, run) -> {
          assertThat(run.tags())
              .containsEntry("simplexity.task", task)
              .containsEntry("simplexity.stage", task.replaceFirst("\\[.*", ""))
              .containsEntry("simplexity.experiment", Pipeline.NAME)
              .containsEntry("simplexity.try", "1")
              .containsKeys("simplexity.code_version", "simplexity.host", "simplexity.libraries");
          assertThat(run.tags().get("simplexity.cell_key")).matches("[0-9a-f]{64}");
          assertThat(tracked.artifacts(run.id())).as(task).containsAll(ARTIFACTS.get(task));
        });
  }

  @Test
  void parametersAreTheKeysOfTheExperimentFlattenedWithDefaults() {
    Map<String, RunSummary> runs = tracked.finished();
    assertThat(runs.get("search").parameters())
        .containsEntry("seed", "3")
        .containsEntry("data.limit", "240")
        .containsEntry("space.channels", "4")
        .containsEntry("search.weights.learning_rate", "0.025") // DARTS, §A.1.1
        .doesNotContainKey("train.epochs");
    assertThat(runs.get(SCRATCH).parameters())
        .containsEntry("train.epochs", "8")
        .containsEntry("train.batch", "40");
    assertThat(tracked.parent().parameters()).containsEntry("search.epochs", "2");
  }

  @Test
  void everyRunThatReadsImagesNamesTheSplitsItUsed() throws IOException {
    Map<String, RunSummary> runs = tracked.finished();
    for (String task : List.of("data-prep", SCRATCH, INHERITED)) {
      assertThat(Tracked.inputs(server.uri(), runs.get(task)))
          .as(task)
          .containsExactlyInAnyOrder("digits/train", "digits/validation", "digits/test");
    }
    for (String task : List.of("search", "discretise")) {
      assertThat(Tracked.inputs(server.uri(), runs.get(task)))
          .as(task)
          .containsExactlyInAnyOrder("digits/train", "digits/validation");
    }
  }

  @Test
  void theSearchHasACurveForEveryOperationOfEveryEdgeAndTheirWeightsSumToOne() {
    RunSummary search = tracked.finished().get("search");
    assertThat(search.metrics().keySet())
        .filteredOn(name -> name.startsWith("structure/gamma/"))
        .hasSize(2 * EDGES * OPERATIONS.size())
        .allSatisfy(name -> assertThat(tracked.steps(search, name)).containsExactly(1L, 2L));
    for (String edge : List.of("normal/0-2", "normal/2-3", "reduction/1-2", "reduction/1-3")) {
      double sum =
          OPERATIONS.stream()
              .mapToDouble(o -> search.metrics().get("structure/gamma/" + edge + "/" + o))
              .sum();
      assertThat(sum).as(edge).isCloseTo(1, within(1e-6));
    }
    for (String name : List.of("train/loss", "validation/accuracy", "structure/entropy")) {
      assertThat(tracked.steps(search, name)).as(name).containsExactly(1L, 2L);
    }
  }

  @Test
  void trainingHasWholeCurvesAndCountsItsTestImagesOnce() {
    List<Long> epochs = IntStream.rangeClosed(1, 8).mapToObj(i -> (long) i).toList();
    for (String task : List.of(SCRATCH, INHERITED)) {
      RunSummary run = tracked.finished().get(task);
      assertThat(tracked.steps(run, "train/loss")).isEqualTo(epochs);
      assertThat(tracked.steps(run, "learning_rate")).isEqualTo(epochs);
      double right = run.metrics().get("test/accuracy") * Pipeline.TEST_IMAGES;
      assertThat(right).isCloseTo(Math.rint(right), within(1e-6)).isBetween(0.0, 359.0);
      assertThat(run.metrics())
          .containsKeys("test/loss", "time/total_seconds", "time/epoch_seconds")
          .hasEntrySatisfying("model/parameters", count -> assertThat(count).isPositive())
          .hasEntrySatisfying("model/multiply_adds", count -> assertThat(count).isPositive());
      assertThat(tracked.steps(run, "test/accuracy")).hasSize(1);
    }
    assertThat(tracked.finished().get("discretise").metrics())
        .containsKeys("accuracy/supernet", "accuracy/discrete", "accuracy/fine_tuned");
  }

  @Test
  void everyFileOfATrainedNetworkEvaluatesToTheAccuracyThatWasLogged(@TempDir Path files)
      throws Exception {
    RunSummary run = tracked.finished().get(INHERITED);
    for (String artifact : MODEL) {
      tracker.download(run.id(), artifact, files.resolve(Path.of(artifact).getFileName()));
    }
    String genotype = files.resolve("genotype.json").toString();
    assertThat(run.metrics()).containsKeys("exchange/onnx_difference", "exchange/dl4j_difference");
    for (String name : List.of("network.onnx", "network.zip", "weights.npz")) {
      List<String> words =
          List.of("evaluate", files.resolve(name).toString(), "--genotype", genotype, "--json");
      Ended ended = pipeline.java("cli.jar", pipeline.withData(words)).end();
      assertThat(ended.code()).as(ended.said()).isZero();
      assertThat(ended.said())
          .as(name)
          .contains("\"accuracy\":" + run.metrics().get("test/accuracy") + ",")
          .contains("\"images\":" + Pipeline.TEST_IMAGES);
    }
  }

  @Test
  void theReportAndTheBestResultAreOnTheParentAndOnTheDisk() throws IOException {
    assertThat(tracked.artifacts(first.parent()))
        .contains(
            "report/report.html",
            "report/curves.png",
            "tables/results.json",
            "genotype/normal.svg",
            "genotype/reduction.svg");
    double best =
        Math.max(
            tracked.finished().get(SCRATCH).metrics().get("test/accuracy"),
            tracked.finished().get(INHERITED).metrics().get("test/accuracy"));
    assertThat(tracked.parent().metrics()).containsEntry("best/test/accuracy", best);
    assertThat(Files.readString(pipeline.work().resolve("small/report.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("<svg", Pipeline.NAME, "sep_conv_3x3");
  }

  @Test
  void aSecondRunSkipsWhatIsFinishedAndSaysSo() throws Exception {
    int runs = tracker.find(Pipeline.NAME, Map.of()).size();
    long before = System.nanoTime();
    Ended again = pipeline.run();
    assertThat(again.code()).as(again.said()).isZero();
    assertThat(again.said()).contains("Every task has finished before", "--fresh");
    assertThat(again.said().split(" reused ", -1)).hasSize(ARTIFACTS.size() + 1);
    assertThat(tracker.find(Pipeline.NAME, Map.of())).hasSize(runs);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void anotherRunAgreesToTheLastBitThoughItsTrainingIsKilledInTheMiddle() throws Exception {
    Path checkpoints =
        pipeline
            .work()
            .resolve("checkpoints")
            .resolve(tracked.finished().get(SCRATCH).tags().get("simplexity.cell_key"));
    Running fresh = pipeline.start("--fresh");
    while (fresh.process().isAlive() && !anyCheckpoint(checkpoints)) {
      Thread.sleep(2);
    }
    fresh
        .process()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(SCRATCH))
        .forEach(ProcessHandle::destroyForcibly);
    Ended ended = fresh.end();
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said()).contains(SCRATCH + ": infrastructure failed");
    assertThat(pipeline.work().resolve("small/logs/" + SCRATCH + ".log"))
        .content()
        .containsPattern("Going on after epoch [1-7]\n");
    Tracked other = new Tracked(tracker, ended.parent());
    assertThat(other.children())
        .filteredOn(run -> run.name().equals(SCRATCH))
        .extracting(RunSummary::status)
        .containsExactlyInAnyOrder(RunStatus.FAILED, RunStatus.FINISHED);
    assertThat(other.curves()).isEqualTo(tracked.curves());
    assertThat(tracked.curves().get(SCRATCH).get("train/loss")).hasSize(8);
  }

  @Test
  void oneThreadGivesTheMetricsOfTwoToTheLastBit() throws Exception {
    Ended ended = pipeline.run("--set", "runtime.threads=1");
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("data-prep: reused");
    Map<String, Map<String, List<String>>> two = tracked.curves();
    two.remove("data-prep");
    assertThat(new Tracked(tracker, ended.parent()).curves()).isEqualTo(two);
  }

  @Test
  void aSweepOverSeedsRunsOnlyTheNewSeedAndSharesNothingBetweenSeeds() throws Exception {
    Ended ended = pipeline.run("--set", "sweep={seed: [3, 4]}");
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said().split(": reused ", -1)).as(ended.said()).hasSize(5 + 1);
    Map<String, RunSummary> runs = new Tracked(tracker, ended.parent()).finished();
    assertThat(runs)
        .containsOnlyKeys(
            "data-prep[seed=4]",
            "search[seed=4]",
            "discretise[seed=4]",
            "train[seed=4,start=scratch]",
            "train[seed=4,start=inherited]",
            "evaluate",
            "report");
    assertThat(tracked.curves(runs.get("search[seed=4]")).get("train/loss"))
        .doesNotContainAnyElementsOf(tracked.curves().get("search").get("train/loss"));
    assertThat(runs.values())
        .extracting(run -> run.tags().get("simplexity.cell_key"))
        .doesNotHaveDuplicates();
  }

  private static boolean anyCheckpoint(Path folder) {
    return Files.exists(folder.resolve("epoch-000001.ckpt"))
        || Files.exists(folder.resolve("epoch-000002.ckpt"));
  }
}
