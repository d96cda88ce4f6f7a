package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** An experiment with the stages hypernet and prune through {@code dist/}, into a real server. */
@ExtendWith(MlflowServer.class)
class PruningRunTest {
  private static final String[] PRUNING = {
    "--set", "seed=12", // tasks of its own: tests share the server
    "--set", "stages=[data-prep, hypernet, prune, report]",
    "--set", "hypernet.network={hidden: 12}",
    "--set", "hypernet.knots=[0.01, 0.1, 1]",
    "--set", "hypernet.epochs=15",
    "--set", "hypernet.hypernetwork_epochs=15",
    "--set", "hypernet.batch=20",
    "--set", "hypernet.optimiser.learning_rate=0.005",
    "--set",
        "prune={criteria: [density, random], removed: [0, 0.5, 0.9], fine_tuning: {epochs: 10, optimiser: {learning_rate: 0.01}}}",
    "--set", "sweep={hypernet.model: [var, base_piecewise], lambda: [0.01, 5]}"
  };

  @TempDir private Path folder;

  @Test
  void aHypernetworkIsFittedOnceAndPrunedAtEveryLambda(MlflowServer server) throws Exception {
    Pipeline pipeline = new Pipeline(folder, server.uri());
    Ended ended = pipeline.run(PRUNING);
    assertThat(ended.code()).as(ended.said()).isZero();
    try (Tracker tracker = pipeline.tracker()) {
      Tracked tracked = new Tracked(tracker, ended.parent());
      Map<String, RunSummary> runs = tracked.finished();
      assertThat(runs.keySet())
          .containsExactlyInAnyOrder(
              "data-prep",
              "hypernet[model=var,lambda=0.01]",
              "hypernet[model=var,lambda=5]",
              "hypernet[model=base_piecewise]",
              "prune[hypernet.model=var,lambda=0.01]",
              "prune[hypernet.model=var,lambda=5]",
              "prune[hypernet.model=base_piecewise,lambda=0.01]",
              "prune[hypernet.model=base_piecewise,lambda=5]",
              "report");
      RunSummary family = runs.get("hypernet[model=base_piecewise]");
      assertThat(tracked.steps(family, "train/lambda_0.1/accuracy")).hasSize(15);
      assertThat(tracked.artifacts(family.id()))
          .contains("family/weights.npz", "family/family.json", "tables/dial.json");
      RunSummary pruned = runs.get("prune[hypernet.model=base_piecewise,lambda=0.01]");
      assertThat(pruned.metrics())
          .containsEntry("test/accuracy", family.metrics().get("test/lambda_0.01/accuracy"))
          .containsKeys("prune/random/accuracy", "prune/removable_at_one_point");
      assertThat(tracked.steps(pruned, "prune/density/accuracy")).containsExactly(0L, 50L, 90L);
      assertThat(pruned.metrics().get("test/accuracy")).isGreaterThan(0.5);
      assertThat(pruned.metrics().get("prune/accuracy_50"))
          .isGreaterThan(at(tracker, pruned, "prune/random/accuracy", 50));
      assertThat(tracked.artifacts(pruned.id()))
          .contains(
              "tables/remainders.json",
              "tables/dial.json",
              "pruned/weights.npz",
              "pruned/weights.sparse.npz",
              "pruned/network.onnx",
              "pruned/network.zip");
      assertThat(pruned.metrics())
          .containsKeys("prune/fine_tuned_accuracy_90", "pruned/latency_ms", "pruned/removed");
      assertThat(pruned.metrics().get("prune/fine_tuned_accuracy_90"))
          .isGreaterThan(pruned.metrics().get("prune/accuracy_90"));
      materialised(pipeline, server, family, pruned.metrics().get("test/accuracy"));
      assertThat(tracked.artifacts(ended.parent()))
          .contains("tables/pruning.json", "report/pruning.png");
      List<String> rows = rows(tracker, ended.parent());
      assertThat(rows).hasSize(2 * 2 * 3).allMatch(row -> row.split(",", -1).length == 5);
      assertThat(rows).anyMatch(row -> row.startsWith("[\"base_piecewise\",5.0,12,0.9,"));
    }
    assertThat(logs(pipeline))
        .contains("lambda 5.0 lies outside 0.01 to 1.0, for which the hypernetwork base_piecewise");
    assertThat(Files.readString(pipeline.work().resolve("small/report.html")))
        .contains(
            "Accuracy by share of weights removed, λ = 0.01",
            "base_piecewise by λ",
            "Loss of the fitting");
    assertThat(pipeline.run(PRUNING).said()).contains("Every task has finished before");
  }

  /** The network at λ = 0.01 out of the tracked family answers as its run has logged. */
  private void materialised(
      Pipeline pipeline, MlflowServer server, RunSummary family, double accuracy) throws Exception {
    Path out = folder.resolve("materialised");
    Ended ended =
        pipeline
            .java(
                "cli.jar",
                List.of(
                    "materialise",
                    family.id(),
                    "--lambda",
                    "0.01",
                    "--out",
                    out.toString(),
                    "--tracking-uri",
                    server.uri().toString()))
            .end();
    assertThat(ended.code()).as(ended.said()).isZero();
    for (String file : List.of("network.onnx", "network.zip", "weights.npz")) {
      List<String> words =
          List.of(
              "evaluate",
              out.resolve(file).toString(),
              "--json",
              "--set",
              "seed=12",
              "--set",
              "stages=[data-prep, hypernet]",
              "--set",
              "hypernet.network={hidden: 12}");
      Ended evaluated = pipeline.java("cli.jar", pipeline.withData(words)).end();
      assertThat(evaluated.code()).as(evaluated.said()).isZero();
      String said = evaluated.said().substring(evaluated.said().lastIndexOf("{\"network\""));
      assertThat(new ObjectMapper().readTree(said).path("accuracy").asDouble())
          .as(file)
          .isEqualTo(accuracy);
    }
  }

  private static double at(Tracker tracker, RunSummary run, String metric, long step) {
    return tracker.history(run.id(), metric).stream()
        .filter(point -> point.step() == step)
        .mapToDouble(point -> point.value())
        .sum();
  }

  private List<String> rows(Tracker tracker, String run) throws IOException {
    Path table = folder.resolve("table.json");
    tracker.download(run, "tables/pruning.json", table);
    JsonNode json = new ObjectMapper().readTree(table.toFile());
    assertThat(json.path("columns").toString())
        .isEqualTo("[\"model\",\"lambda\",\"seed\",\"removed\",\"accuracy\"]");
    return Stream.of(json.path("data"))
        .flatMap(data -> data.valueStream())
        .map(JsonNode::toString)
        .toList();
  }

  private static String logs(Pipeline pipeline) throws IOException {
    try (Stream<Path> files = Files.walk(pipeline.work())) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .map(PruningRunTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
