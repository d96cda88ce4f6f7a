package org.simplexity.stage.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.simplexity.data.Augmentation;
import org.simplexity.data.DataSettings;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.data.source.ImagePreparation;
import org.simplexity.data.source.Progress;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.Structure;
import org.simplexity.method.StructureJson;
import org.simplexity.method.StructureSearch;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.GenotypeJson;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;
import org.simplexity.tracking.testing.MlflowServer;

/** The stage against a real MLflow server, on the bundled digits. */
@ExtendWith(MlflowServer.class)
class EnsembleStageTest {
  private static final String SPACE =
      """
      space: {cells: 2, nodes: 1, channels: 4, operations: [max_pool_3x3, skip_connect, sep_conv_3x3]}
      search: {epochs: 1, batch: 100}
      """;
  private static final String SMALL =
      SPACE
          + """
            ensemble:
              methods: [edgenes, darts-ensemble, random]
              size: 2
              pool: 5
              diversity: {epochs: 1, batch: 100, knots: 3}
              members: {fine_tune_epochs: 1, epochs: 1, batch: 100}
            """;

  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "ensemble " + UUID.randomUUID();
  private Tracker tracker;
  private String images;
  private String searched;

  EnsembleStageTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void publishDigitsAndASearch() throws IOException {
    tracker =
        MlflowTracker.connect(
            server.uri(), TrackerSettings.defaults().withJournal(folder.resolve("journal")));
    PreparedImages digits =
        new ImagePreparation(folder, Progress.silent())
            .prepare(DataSettings.defaults(), new Seed(5));
    digits.write(folder.resolve("images.bin"));
    TrackedRun run = tracker.start(new RunRequest(experiment, "data-prep", null, Map.of()));
    run.artifact("data/images.bin", folder.resolve("images.bin"));
    images = finished(run);
    searched = search(digits);
  }

  private static String finished(TrackedRun run) {
    run.finish(RunStatus.FINISHED);
    run.close();
    return run.id();
  }

  private String search(PreparedImages digits) throws IOException {
    CellSpace space =
        new CellSpace(
            new CellSpaceSettings(
                2, 1, 4, List.of("max_pool_3x3", "skip_connect", "sep_conv_3x3"), 3, 1),
            new Shape(1, 8, 8),
            10);
    TrackedRun run = tracker.start(new RunRequest(experiment, "search", null, Map.of()));
    try (StructureSearch search =
        new StructureSearch(
            space,
            new LabelledImages(digits, Augmentation.defaults()),
            SearchSettings.defaults().withEpochs(1, 100, 0),
            new Conditions(1, new Seed(0)))) {
      search.epoch(1);
      Structure found = search.structure();
      String json = StructureJson.write(found.layout(), found.alpha(), found.gamma());
      run.artifact("structure.json", json.getBytes(StandardCharsets.UTF_8), "application/json");
      Path weights = folder.resolve("weights.npz");
      search.weights().write(weights);
      run.artifact("supernet/weights.npz", weights);
      run.metrics(Map.of("time/total_seconds", 1000.0), 1);
    }
    return finished(run);
  }

  @AfterEach
  void disconnect() {
    tracker.close();
  }

  @Test
  void ensemblesAreScoredAndTheirMembersKept() throws IOException {
    assertThat(runStage(SMALL)).isZero();
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    List<JsonNode> rows = rows(run, "tables/ensemble.json");
    assertThat(rows)
        .extracting(row -> row.path(0).asText() + " " + row.path(1).asInt())
        .containsExactly(
            "edgenes 1", "edgenes 2", "darts-ensemble 1", "darts-ensemble 2", "random 1");
    // the cost of the search that was there is part of both, not of random structures
    assertThat(rows.get(1).path(8).asDouble()).isGreaterThan(1000);
    assertThat(rows.get(3).path(8).asDouble()).isGreaterThan(1000);
    assertThat(rows.get(4).path(8).asDouble()).isLessThan(1000);
    assertThat(run.metrics().get("ensemble/edgenes/accuracy"))
        .isCloseTo(rows.get(1).path(4).asDouble(), within(1e-12));
    assertThat(run.metrics()).containsKeys("hypernetwork/shared_error", "ensemble/random/area");
    // two edges of each of two cells
    assertThat(rows(run, "tables/shared_edges.json")).hasSize(5);
    List<JsonNode> candidates = rows(run, "tables/candidates.json");
    assertThat(candidates).hasSize(5);
    assertThat(candidates).filteredOn(row -> row.path(5).asInt() > 0).hasSize(2);
    assertThat(rows(run, "tables/ensemble_area.json")).hasSize(3);
    checkMember(run);
  }

  private void checkMember(RunSummary run) throws IOException {
    Path genotype = download(run, "members/edgenes-2/genotype.json");
    assertThat(GenotypeJson.read(Files.readString(genotype)).normal().edges()).hasSize(2);
    Path weights = download(run, "members/edgenes-2/weights.npz");
    assertThat(NumpyArchive.read(weights)).isNotEmpty();
    download(run, "members/random-1/genotype.json");
  }

  @Test
  void anEnsembleLargerThanItsPoolIsABadExperiment() throws IOException {
    assertThat(runStage(SPACE + "ensemble: {size: 6, pool: 5, methods: [edgenes]}\n"))
        .isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    assertThat(runStage(SPACE + "ensemble: {diversity: {penalty: -1}}\n"))
        .isEqualTo(ExitCode.BAD_EXPERIMENT.code());
  }

  @Test
  void aStructureOfAnotherSpaceIsRefused() throws IOException {
    String other = SMALL.replace("skip_connect, ", "avg_pool_3x3, ");
    assertThat(runStage(other)).isNotZero();
    assertThat(own().tags().get("simplexity.failure_message"))
        .contains("does not fit a space of operations [max_pool_3x3, avg_pool_3x3, sep_conv_3x3]");
  }

  private RunSummary own() {
    return tracker.find(experiment, Map.of("simplexity.stage", "ensemble")).get(0);
  }

  private Path download(RunSummary run, String artifact) {
    Path file = folder.resolve(artifact.replace('/', '-'));
    tracker.download(run.id(), artifact, file);
    return file;
  }

  private List<JsonNode> rows(RunSummary run, String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    new ObjectMapper().readTree(download(run, name).toFile()).path("data").forEach(rows::add);
    return rows;
  }

  private int runStage(String settings) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file, "name: " + experiment + "\nstages: [data-prep, search, ensemble]\n" + settings);
    String[] arguments = {
      "--experiment", file.toString(),
      "--tracking-uri", server.uri().toString(),
      "--work", folder.resolve("work").toString(),
      "--upstream", "data-prep=" + images,
      "--upstream", "search=" + searched
    };
    return StageProgram.run(arguments, "ensemble", new EnsembleModule());
  }
}
