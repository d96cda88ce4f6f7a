package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** Real images, built and run without a Docker engine, against a real tracking server. */
@ExtendWith(MlflowServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ContainerTest {
  private static final String EXPERIMENT =
      """
      name: contained
      seed: 3
      data: {limit: 240, validation: 0.5}
      space: {nodes: 2, channels: 4}
      search: {epochs: 1, batch: 40}
      runtime: {threads: 2, heap_mb: 256}
      """;

  private Path folder;
  private MlflowServer server;
  private Containers containers;
  private Pipeline pipeline;
  private Tracker tracker;
  private String table;
  private Path work;

  @BeforeAll
  void build(MlflowServer running, @TempDir Path temporary) throws Exception {
    server = running;
    folder = temporary;
    containers = Containers.in(folder);
    table = containers.build("data-prep", "search");
    pipeline = new Pipeline(folder, server.uri());
    tracker = pipeline.tracker();
    work = Files.createDirectories(folder.resolve("work"));
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(work.resolve("experiment.yaml"), EXPERIMENT);
  }

  @AfterAll
  void remove() throws Exception {
    if (tracker != null) {
      tracker.close();
    }
    if (containers != null) {
      containers.close();
    }
  }

  @Test
  void aStageInAContainerGivesTheMetricsOfTheSameStageAsAProcessToTheLastBit() throws Exception {
    String contained = run("data-prep", contain("data-prep"));
    String search = run("search", contain("search", "--upstream", "data-prep=" + contained));
    String plain = run("data-prep", process("data-prep"));
    String same = run("search", process("search", "--upstream", "data-prep=" + plain));

    Tracked tracked = new Tracked(tracker, search);
    RunSummary run = tracker.get(search);
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(tracked.curves(run)).isEqualTo(tracked.curves(tracker.get(same))).isNotEmpty();
    assertThat(tracked.curves(run).get("validation/accuracy")).hasSize(1);
    assertThat(tracked.artifacts(search)).isEqualTo(tracked.artifacts(same));
    assertThat(run.tags().get("simplexity.cell_key"))
        .isEqualTo(tracker.get(same).tags().get("simplexity.cell_key"));
    assertThat(run.tags().get("simplexity.code_version")).startsWith(label("search", "version"));
  }

  @Test
  void imagesAreSmallAndWhatAStageAddsIsTiny() throws Exception {
    for (String stage : List.of("data-prep", "search")) {
      List<String> row =
          Splitter.onPattern("\\s+")
              .splitToList(
                  table
                      .lines()
                      .filter(l -> l.startsWith(Containers.image(stage)))
                      .findFirst()
                      .orElseThrow());
      double whole = Double.parseDouble(row.get(1));
      double own = Double.parseDouble(row.get(2));
      assertThat(inspect(stage).path("Size").asDouble() / 1e6).isBetween(whole - 0.1, whole + 0.1);
      assertThat(whole).as("MB").isBetween(100.0, 700.0);
      assertThat(own).as("kB").isBetween(1.0, 5000.0);
    }
    assertThat(layers("search"))
        .as("all layers but the stage's own are the same")
        .startsWith(
            layers("data-prep").subList(0, layers("data-prep").size() - 1).toArray(String[]::new))
        .hasSameSizeAs(layers("data-prep"))
        .isNotEqualTo(layers("data-prep"));
  }

  @Test
  void labelsSayWhatItIsAndOfWhichCode() throws Exception {
    Shell.Outcome head = new Shell(Checkout.ROOT, Map.of()).run("git", "rev-parse", "HEAD");
    assertThat(label("search", "title")).isEqualTo("simplexity-search");
    assertThat(label("search", "revision")).startsWith(head.output().strip());
    assertThat(label("search", "created")).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(label("search", "licenses")).isEqualTo("Apache-2.0");
    assertThat(label("search", "base.name")).isEqualTo("localhost/simplexity-base");
    assertThat(inspect("search").at("/Config/Labels/simplexity.stage").asText())
        .isEqualTo("search");
    assertThat(inspect("search").at("/Config/User").asText()).isEqualTo("65532:65532");
  }

  @Test
  void thereIsNoShellAndEveryNativeLibraryHasComputed() throws Exception {
    Path root = Path.of(containers.podman("image", "mount", Containers.image("search")).strip());
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .contains("java", "libnd4jcpu.so")
          .doesNotContain("sh", "bash", "dash", "busybox");
    }
    assertThat(root.resolve("opt/simplexity/health.txt"))
        .content()
        .contains(
            "nd4j: two matrices",
            "onednn: two matrices",
            "fonts: a letter",
            "onnxruntime: version");
    Shell.Outcome shell =
        containers.run(work, "--entrypoint", "sh", Containers.image("search"), "-c", "true");
    assertThat(shell.code()).isEqualTo(127);
  }

  @Test
  void theListOfComponentsNamesEveryLibraryOfTheImage() throws Exception {
    Path root = Path.of(containers.podman("image", "mount", Containers.image("search")).strip());
    List<String> listed = Components.files(root.resolve("opt/simplexity/sbom.cdx.json"));
    try (Stream<Path> jars = Files.list(root.resolve("opt/simplexity/lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()).toList())
          .hasSizeGreaterThan(50)
          .allSatisfy(name -> assertThat(listed).contains(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-such-option", "--experiment=/work/nowhere.yaml"})
  void badArgumentsEndWithTwo(String argument) throws Exception {
    Shell.Outcome outcome =
        containers.run(
            work, Containers.image("search"), "--tracking-uri", server.uri().toString(), argument);
    assertThat(outcome.code()).as(outcome.errors()).isEqualTo(2);
    assertThat(outcome.errors()).contains(argument.substring(argument.indexOf('=') + 1));
  }

  private Ended contain(String stage, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("--env", "JDK_JAVA_OPTIONS=-Xmx256m"));
    words.add(Containers.image(stage));
    words.addAll(List.of("--experiment", "/work/experiment.yaml", "--work", "/work"));
    words.addAll(List.of("--tracking-uri", server.uri().toString()));
    words.addAll(List.of(more));
    Shell.Outcome outcome = containers.run(work, words.toArray(String[]::new));
    return new Ended(outcome.code(), outcome.errors() + outcome.output());
  }

  private Ended process(String stage, String... more) throws Exception {
    Path own = Files.createDirectories(folder.resolve("process"));
    List<String> words = new ArrayList<>(List.of("--work", own.toString()));
    words.addAll(List.of("--experiment", work.resolve("experiment.yaml").toString()));
    words.addAll(List.of("--tracking-uri", server.uri().toString()));
    words.addAll(List.of(more));
    return pipeline.java("stages/" + stage + ".jar", words).end();
  }

  /** Id of the run of a stage that has finished. */
  private static String run(String stage, Ended ended) throws IOException {
    assertThat(ended.code()).as(stage + ": " + ended.said()).isZero();
    String line =
        ended
            .said()
            .lines()
            .filter(l -> l.startsWith("{\"event\":\"result\""))
            .findFirst()
            .orElseThrow();
    return new ObjectMapper().readTree(line).path("run_id").asText();
  }

  private String label(String stage, String name) throws Exception {
    return inspect(stage)
        .path("Config")
        .path("Labels")
        .path("org.opencontainers.image." + name)
        .asText();
  }

  private List<String> layers(String stage) throws Exception {
    List<String> layers = new ArrayList<>();
    inspect(stage).at("/RootFS/Layers").forEach(layer -> layers.add(layer.asText()));
    return layers;
  }

  private JsonNode inspect(String stage) throws Exception {
    return new ObjectMapper()
        .readTree(containers.podman("image", "inspect", Containers.image(stage)))
        .get(0);
  }
}
