package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** What is logged is what a real server gives back. */
@ExtendWith(MlflowServer.class)
class RoundTripTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "round trip " + UUID.randomUUID();
  private MlflowTracker tracker;
  private TrackedRun run;

  RoundTripTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void start() {
    tracker = MlflowTracker.connect(server.uri(), Trackers.quick(folder.resolve("journal")));
    run =
        tracker.start(new RunRequest(experiment, "search", null, Map.of("simplexity.stage", "s")));
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void parametersTagsAndStatusAreReadBack() {
    run.parameters(Map.of("search.learning_rate", "0.025", "data.name", "digits", "empty", ""));
    run.tags(Map.of("simplexity.host", "größe <&> 'quoted' \"twice\""));
    run.finish(RunStatus.FINISHED);

    RunSummary summary = tracker.get(run.id());
    assertThat(summary.name()).isEqualTo("search");
    assertThat(summary.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(summary.parameters())
        .containsOnly(
            entry("search.learning_rate", "0.025"),
            entry("data.name", "digits"),
            entry("empty", ""));
    assertThat(summary.tags())
        .contains(
            entry("simplexity.stage", "s"),
            entry("simplexity.host", "größe <&> 'quoted' \"twice\""));
    assertThat(summary.end()).isAfterOrEqualTo(summary.start());
    assertThat(summary.parent()).isNull();
  }

  @Test
  void metricsComeBackToTheLastBitInOrderOfSteps() {
    Random random = new Random(7);
    double[] values = random.doubles(300, -1e3, 1e3).toArray();
    for (int step = 300; step >= 1; step--) {
      run.metrics(
          Map.of("train/loss", values[step - 1], "structure/gamma/normal/0-1/skip", 0.1), step);
    }
    run.metric("train/loss", Math.PI, 301);
    run.flush();

    assertThat(tracker.history(run.id(), "train/loss"))
        .extracting(MetricPoint::value)
        .containsExactlyElementsOf(
            Arrays.stream(Arrays.copyOf(values, 301))
                .map(v -> v == 0 ? Math.PI : v)
                .boxed()
                .toList());
    assertThat(tracker.get(run.id()).metrics())
        .containsOnly(entry("train/loss", Math.PI), entry("structure/gamma/normal/0-1/skip", 0.1));
    assertThat(tracker.history(run.id(), "never/logged")).isEmpty();
  }

  @Test
  void valuesThatAreNoNumbersStayWhatTheyAre() {
    double[] odd = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300
    };
    for (int i = 0; i < odd.length; i++) {
      run.metric("odd", odd[i], i + 1);
    }
    run.flush();
    assertThat(tracker.history(run.id(), "odd"))
        .extracting(MetricPoint::value)
        .containsExactlyElementsOf(Arrays.stream(odd).boxed().toList());
  }

  @Test
  void artifactsComeBackByteForByte() throws IOException {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("weights.npz"), bytes);
    run.artifact("model/weights.npz", file);
    run.artifact("genotype.json", "{}".getBytes(StandardCharsets.UTF_8), "application/json");
    run.artifact("data/ein Bild ä.txt", new byte[0], "text/plain");
    Files.delete(file);
    run.flush();

    Path fetched = folder.resolve("fetched/weights.npz");
    tracker.download(run.id(), "model/weights.npz", fetched);
    assertThat(fetched).hasBinaryContent(bytes);
    assertThat(fetched.getParent().toFile().list()).containsExactly("weights.npz");
    tracker.download(run.id(), "data/ein Bild ä.txt", folder.resolve("empty"));
    assertThat(folder.resolve("empty")).isEmptyFile();
    assertThat(tracker.artifacts(run.id(), ""))
        .containsExactly(
            new ArtifactEntry("data", true, 0),
            new ArtifactEntry("genotype.json", false, 2),
            new ArtifactEntry("model", true, 0));
    assertThat(tracker.artifacts(run.id(), "model"))
        .containsExactly(new ArtifactEntry("model/weights.npz", false, bytes.length));
    assertThat(tracker.artifacts(run.id(), "nowhere")).isEmpty();
  }

  @Test
  void tablesAreArtifactsThatTheWebInterfaceFinds() throws IOException {
    Table table =
        new Table(
            List.of("cell", "accuracy"),
            List.of(List.of("seed=1", 0.98), Arrays.asList("seed=2", null)));
    run.table("tables/results.json", table);
    run.table("tables/more.json", table);
    run.flush();

    tracker.download(run.id(), "tables/results.json", folder.resolve("results.json"));
    assertThat(folder.resolve("results.json"))
        .hasContent(
            "{\"columns\":[\"cell\",\"accuracy\"],\"data\":[[\"seed=1\",0.98],[\"seed=2\",null]]}");
    JsonNode tag =
        new ObjectMapper().readTree(tracker.get(run.id()).tags().get("mlflow.loggedArtifacts"));
    assertThat(tag.findValuesAsText("path"))
        .containsExactly("tables/results.json", "tables/more.json");
    assertThat(tag.findValuesAsText("type")).containsOnly("table");
  }

  @Test
  void dataSetsAreInputsOfTheRunEachWithItsContext() throws Exception {
    String sha = "0123456789".repeat(6);
    run.dataset(
        DatasetInput.of("digits/train", sha, "embedded", DatasetContext.TRAIN)
            .withProfile("{\"images\":1000}"));
    run.dataset(DatasetInput.of("digits/test", sha, "embedded", DatasetContext.TEST));
    run.flush();

    JsonNode inputs = raw("runs/get?run_id=" + run.id()).at("/run/inputs/dataset_inputs");
    assertThat(inputs.findValuesAsText("name"))
        .containsExactlyInAnyOrder("digits/train", "digits/test");
    assertThat(inputs.findValuesAsText("digest")).containsOnly(sha.substring(0, 36));
    assertThat(inputs.findValuesAsText("profile")).contains("{\"images\":1000}");
    assertThat(inputs.findValuesAsText("value")).containsExactlyInAnyOrder("train", "test");
    assertThat(tracker.datasets(run.id()))
        .containsExactly(
            DatasetInput.of("digits/test", sha, "embedded", DatasetContext.TEST),
            DatasetInput.of("digits/train", sha, "embedded", DatasetContext.TRAIN)
                .withProfile("{\"images\":1000}"));
  }

  @Test
  void childrenAreFoundByTagsNewestFirstOverAllPages() {
    TrackedRun other =
        tracker.start(
            new RunRequest(experiment, "it's", run.id(), Map.of("simplexity.task", "it's")));
    assertThat(tracker.find(experiment, Map.of()))
        .extracting(RunSummary::id)
        .containsExactlyInAnyOrder(run.id(), other.id());
    assertThat(tracker.find(experiment, Map.of("simplexity.task", "it's")))
        .singleElement()
        .satisfies(
            child -> {
              assertThat(child.id()).isEqualTo(other.id());
              assertThat(child.parent()).isEqualTo(run.id());
              assertThat(child.status()).isEqualTo(RunStatus.RUNNING);
            });
    assertThat(tracker.find(experiment, Map.of("simplexity.stage", "t"))).isEmpty();
    assertThat(tracker.find("no such experiment", Map.of())).isEmpty();
    assertThat(tracker.experiments()).contains(experiment).doesNotContain("no such experiment");
  }

  @Test
  void manyPagesOfRunsAndPointsAreOneList() throws IOException {
    for (int step = 1; step <= 7; step++) {
      run.metric("loss", step, step);
      tracker.start(new RunRequest(experiment, "child " + step, run.id(), Map.of("k", "v")));
    }
    run.flush();

    Address address = Address.of(server.uri());
    Credentials nobody = Credentials.of(server.uri(), Map.of());
    MlflowApi api = new MlflowApi(new Http(nobody, Timeouts.defaults()), address);
    assertThat(new MetricHistory(run.id(), "loss", 3).read(api))
        .extracting(MetricPoint::step)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    String id = new Experiments(api).require(experiment);
    assertThat(new RunSearch(Map.of("k", "v"), 2).in(id, api))
        .isSortedAccordingTo(Comparator.comparing(RunSummary::start).reversed())
        .extracting(RunSummary::name)
        .containsExactlyInAnyOrder(
            "child 1", "child 2", "child 3", "child 4", "child 5", "child 6", "child 7");
  }

  @Test
  void longValuesAreCutVisiblyAndKeptWhole() throws IOException {
    String genotype = "(sep_conv_3x3, 0) ".repeat(500);
    run.parameters(Map.of("genotype", genotype, "fits", "x".repeat(6000)));
    run.tags(Map.of("simplexity.libraries", genotype));
    run.flush();

    RunSummary summary = tracker.get(run.id());
    assertThat(summary.parameters().get("fits")).isEqualTo("x".repeat(6000));
    assertThat(summary.parameters().get("genotype"))
        .hasSize(6000)
        .startsWith("(sep_conv_3x3, 0) (sep")
        .endsWith("… [cut: 9000 characters, whole in parameters/genotype.txt]");
    assertThat(summary.tags().get("simplexity.libraries")).hasSize(8000).contains("… [cut: 9000");
    tracker.download(run.id(), "parameters/genotype.txt", folder.resolve("whole.txt"));
    assertThat(folder.resolve("whole.txt")).hasContent(genotype);
  }

  @Test
  void aLongTagOfANewRunIsKeptWholeToo() {
    TrackedRun child =
        tracker.start(new RunRequest(experiment, "c", null, Map.of("long", "y".repeat(8001))));
    child.flush();
    assertThat(tracker.artifacts(child.id(), "tags"))
        .containsExactly(new ArtifactEntry("tags/long.txt", false, 8001));
  }

  @Test
  void severalProcessesMayMakeTheSameExperimentAtOnce() {
    String shared = "race " + UUID.randomUUID();
    Address address = Address.of(server.uri());
    Credentials nobody = Credentials.of(server.uri(), Map.of());
    List<String> ids =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> new MlflowApi(new Http(nobody, Timeouts.defaults()), address))
            .map(api -> required(new Experiments(api), shared))
            .toList();
    assertThat(Set.copyOf(ids)).hasSize(1);
  }

  private static String required(Experiments experiments, String name) {
    try {
      return experiments.require(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anAttachedRunGoesOnWhereItWas() {
    run.parameters(Map.of("seed", "1"));
    run.table("tables/a.json", new Table(List.of(), List.of()));
    run.finish(RunStatus.FAILED);
    TrackedRun again = tracker.attach(run.id());
    again.metric("loss", 1, 1);
    again.table("tables/b.json", new Table(List.of(), List.of()));
    again.flush();

    assertThat(again.page()).isEqualTo(run.page());
    RunSummary summary = tracker.get(run.id());
    assertThat(summary.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(summary.end()).isNull();
    assertThat(summary.tags().get("mlflow.loggedArtifacts")).contains("a.json", "b.json");
    again.finish(RunStatus.FINISHED);
    assertThat(tracker.get(run.id()).status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void whatIsAddedToAFinishedRunLeavesItsStateAndItsEnd() {
    run.finish(RunStatus.FINISHED);
    RunSummary before = tracker.get(run.id());
    try (TrackedRun again = tracker.annotate(run.id())) {
      again.tags(Map.of("simplexity.verdict", "no worse"));
      again.artifact("regress/summary.md", new byte[3], "text/markdown");
      again.flush();
    }
    RunSummary after = tracker.get(run.id());
    assertThat(after.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(after.end()).isEqualTo(before.end());
    assertThat(after.tags()).containsEntry("simplexity.verdict", "no worse");
    assertThat(tracker.artifacts(run.id(), "regress")).hasSize(1);
    assertThat(folder.resolve("journal")).isEmptyDirectory();
  }

  @Test
  void aRunOfADeadProcessCanBeEndedFromOutside() {
    run.close();
    tracker.close(run.id(), RunStatus.KILLED);
    assertThat(tracker.get(run.id()).status()).isEqualTo(RunStatus.KILLED);
    assertThat(tracker.get(run.id()).end()).isNotNull();
  }

  @Test
  void nothingIsLeftInTheJournalFolderOfFinishedRuns() {
    run.artifact("a.txt", new byte[10], "text/plain");
    run.finish(RunStatus.FINISHED);
    assertThat(folder.resolve("journal")).isEmptyDirectory();
  }

  private JsonNode raw(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.uri() + "/api/2.0/mlflow/" + path)).build();
    return new ObjectMapper()
        .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }
}
