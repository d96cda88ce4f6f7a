package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** A family of structures through {@code dist/}, and networks out of it without training. */
@ExtendWith(MlflowServer.class)
class FamilyRunTest {
  private static final String[] FAMILY = {
    "--set", "seed=13", // tasks of its own: tests share the server
    "--set", "stages=[data-prep, family, report]",
    "--set", "space.stem_multiplier=1",
    "--set", "family.search={epochs: 3, batch: 40, kappa: 1}",
    "--set", "family.price={latency: 0, multiply_adds: 1}",
    "--set", "family.divisions=3",
    "--set", "family.points=[[0.15, 0.15, 0.7]]",
    "--set", "family.scored=1000"
  };

  @TempDir private Path folder;

  @Test
  void anyMemberIsANetworkWithoutTraining(MlflowServer server) throws Exception {
    Pipeline pipeline = new Pipeline(folder, server.uri());
    Ended ended = pipeline.run(FAMILY);
    assertThat(ended.code()).as(ended.said()).isZero();
    try (Tracker tracker = pipeline.tracker()) {
      Tracked tracked = new Tracked(tracker, ended.parent());
      Map<String, RunSummary> runs = tracked.finished();
      assertThat(runs.keySet()).containsExactlyInAnyOrder("data-prep", "family", "report");
      RunSummary family = runs.get("family");
      assertThat(tracked.artifacts(family.id()))
          .contains("family/structures.json", "family/weights.npz", "tables/family.json");
      JsonNode point = rows(tracker, family.id(), "tables/family_points.json").path(0);
      Path out = folder.resolve("network");
      JsonNode told =
          answer(pipeline, server, family.id(), "--at", "0.15,0.15,0.7", "--out", out.toString());
      assertThat(told.path("accuracy").asDouble())
          .isCloseTo(point.path(point.size() - 2).asDouble(), within(1e-12));
      assertThat(told.path("images").asDouble())
          .isEqualTo(runs.get("data-prep").metrics().get("data/validation_images"));
      assertThat(told.path("counted").path("parameters").asLong())
          .isEqualTo(told.path("predicted").path("parameters").asLong());
      assertThat(told.path("counted").path("multiply_adds").asLong())
          .isEqualTo(told.path("predicted").path("multiply_adds").asLong());
      assertThat(told.path("counted").path("latency").asDouble()).isPositive();
      evaluated(pipeline, out, told.path("accuracy").asDouble());
      assertThat(out).isDirectoryContaining("glob:**/network.{onnx,zip}");
      assertThat(out).isDirectoryContaining("glob:**/reduction.svg");
      long limit = told.path("counted").path("parameters").asLong();
      JsonNode within = answer(pipeline, server, ended.parent(), "--budget", "parameters=" + limit);
      assertThat(within.path("counted").path("parameters").asLong()).isLessThanOrEqualTo(limit);
      assertThat(within.path("accuracy").asDouble())
          .isGreaterThanOrEqualTo(told.path("accuracy").asDouble());
      refused(pipeline, server, runs);
    }
    assertThat(Files.readString(pipeline.work().resolve("small/report.html")))
        .contains("Structures by price of operations", "Members at chosen prices");
  }

  private void refused(Pipeline pipeline, MlflowServer server, Map<String, RunSummary> runs)
      throws Exception {
    String family = runs.get("family").id();
    assertThat(refusal(pipeline, server, family, "--at", "0.5,0.5,0.5"))
        .contains("--at: prices [0.5, 0.5, 0.5] sum to 1.5, not to 1")
        .contains("max_pool_3x3, skip_connect, sep_conv_3x3");
    assertThat(refusal(pipeline, server, family, "--at", "0.5;0.5"))
        .contains("expected numbers between commas");
    assertThat(refusal(pipeline, server, family, "--budget", "3"))
        .contains("budget 3.0 is below")
        .contains("the cost of the cheapest structure");
    assertThat(refusal(pipeline, server, family, "--budget", "parmeters=3"))
        .contains("did you mean \"parameters\"?");
    assertThat(refusal(pipeline, server, runs.get("data-prep").id(), "--budget", "3"))
        .contains("expected one of the runs of the stage family")
        .contains(family);
  }

  /** The files answer as was told. */
  private static void evaluated(Pipeline pipeline, Path out, double accuracy) throws Exception {
    for (String file : List.of("network.onnx", "network.zip")) {
      List<String> words =
          List.of(
              "evaluate",
              out.resolve(file).toString(),
              "--json",
              "--split",
              "validation",
              "--set",
              "seed=13");
      Ended ended = pipeline.java("cli.jar", pipeline.withData(words)).end();
      assertThat(ended.code()).as(ended.said()).isZero();
      String said = ended.said().substring(ended.said().lastIndexOf("{\"network\""));
      assertThat(new ObjectMapper().readTree(said).path("accuracy").asDouble())
          .as(file)
          .isCloseTo(accuracy, within(1e-12));
    }
  }

  private String refusal(Pipeline pipeline, MlflowServer server, String... arguments)
      throws Exception {
    Ended ended = command(pipeline, server, arguments);
    assertThat(ended.code()).as(ended.said()).isEqualTo(2);
    return ended.said();
  }

  private JsonNode answer(Pipeline pipeline, MlflowServer server, String... arguments)
      throws Exception {
    Ended ended = command(pipeline, server, arguments);
    assertThat(ended.code()).as(ended.said()).isZero();
    String said = ended.said().substring(ended.said().lastIndexOf("{\"run\""));
    return new ObjectMapper().readTree(said);
  }

  private Ended command(Pipeline pipeline, MlflowServer server, String... arguments)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("family", "--json"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--tracking-uri", server.uri().toString()));
    return pipeline.java("cli.jar", words).end();
  }

  private JsonNode rows(Tracker tracker, String run, String table) throws Exception {
    Path file = folder.resolve("table.json");
    tracker.download(run, table, file);
    return new ObjectMapper().readTree(file.toFile()).path("data");
  }
}
