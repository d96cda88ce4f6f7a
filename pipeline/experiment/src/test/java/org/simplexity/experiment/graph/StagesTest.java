package org.simplexity.experiment.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.StageName;
import org.simplexity.experiment.engine.EngineDescription;
import org.simplexity.experiment.file.ExperimentFile;

/** Which stages an experiment runs. */
class StagesTest {
  private static final String ALL =
      "stages: [data-prep, search, discretise, train, robustness, evaluate, report]\n";

  @TempDir Path folder;

  @Test
  void everyNameHasADescriptionWhoseUpstreamItNeeds() {
    assertThat(Stages.ALL)
        .extracting(StageDescription::name)
        .containsExactlyElementsOf(
            Arrays.stream(StageName.values()).map(StageName::toString).toList());
    for (StageName name : StageName.values()) {
      List<String> needed = name.needed().stream().map(StageName::toString).toList();
      if (!(Stages.named(name.toString()).fan() instanceof StageDescription.Fan.Once)) {
        assertThat(Stages.named(name.toString()).upstream()).isEqualTo(needed);
      }
    }
  }

  @Test
  void robustnessIsMeasuredWhereItIsAskedForOncePerTraining() {
    assertThat(ids("")).noneMatch(id -> id.startsWith("robustness"));
    TaskGraph graph = TaskGraph.of(file(ALL));
    assertThat(graph.task("robustness[train.start=scratch]").upstream())
        .containsExactly("data-prep", "train[start=scratch]");
    assertThat(graph.task("evaluate").upstream())
        .contains("train[start=inherited]")
        .noneMatch(id -> id.startsWith("robustness"));
    assertThat(graph.task("report").upstream()).contains("robustness[train.start=inherited]");
  }

  @Test
  void theTreeShowsWhatATaskDoesNotWaitFor() {
    assertThat(new GraphText(TaskGraph.of(file(ALL + "train: {start: [scratch]}"))).tree())
        .isEqualTo(
            """
            s: 7 tasks
            ├─ data-prep
            │  └─ search
            │     └─ discretise
            │        └─ train[start=scratch]
            │           └─ robustness[train.start=scratch]
            ├─ evaluate  (after all above but robustness)
            └─ report  (after all above)
            """);
  }

  @Test
  void aNetworkFromAFileIsMeasuredWithoutSearchAndTraining() {
    String text =
        """
        stages: [data-prep, robustness, report]
        robustness: {network: a.zip}
        sweep: {space.channels: [4, 8]}
        """;
    assertThat(ids(text)).containsExactly("data-prep", "robustness", "report");
    assertThat(ids(text + "train: {start: [scratch]}"))
        .containsExactly("data-prep", "robustness", "report");
    String two =
        """
        stages: [data-prep, robustness]
        sweep: {robustness.network: [a.zip, b.zip]}
        robustness: {network: a.zip}
        """;
    assertThat(ids(two)).hasSize(3);
  }

  @Test
  void anUnknownStageIsToldWithTheNearestOne() {
    assertThatThrownBy(() -> file("stages: [data-prep, robustnes]"))
        .hasMessageContaining("s.yaml:2:")
        .hasMessageContaining("\"robustnes\" is no valid choice")
        .hasMessageContaining("did you mean \"robustness\"?");
  }

  @Test
  void aStageWithoutTheOneThatItNeedsIsToldWithBothNames() {
    assertThatThrownBy(() -> file("seed: 1\nstages: [data-prep, search, train]"))
        .hasMessageContaining("s.yaml:3:")
        .hasMessageContaining("stage train needs stage discretise, which is not in the list");
    assertThatThrownBy(() -> file("stages: [data-prep, robustness]"))
        .hasMessageContaining("stage robustness needs stage train");
    assertThatThrownBy(() -> file("stages: [robustness]\nrobustness: {network: a.zip}"))
        .hasMessageContaining("stage robustness needs stage data-prep");
    assertThatThrownBy(() -> file("stages: [data-prep, data-prep]"))
        .hasMessageContaining("names one stage twice");
    assertThatThrownBy(() -> file("stages: []")).hasMessageContaining("stages");
    assertThatThrownBy(() -> file("sweep: {stages: [[data-prep]]}"))
        .hasMessageContaining("sweep.stages: cannot be swept");
  }

  @Test
  void aHypernetworkIsFittedOnceForAllLambdasAndOtherModelsOnceForEach() throws IOException {
    TaskGraph graph =
        TaskGraph.of(
            file(
                """
                stages: [data-prep, hypernet, prune]
                sweep: {hypernet.model: [rep, var_linear], lambda: [0.1, 1, 10]}
                """));
    assertThat(graph.tasks().stream().map(Task::id).filter(id -> id.startsWith("hypernet")))
        .containsExactly(
            "hypernet[model=rep,lambda=0.1]",
            "hypernet[model=rep,lambda=1]",
            "hypernet[model=rep,lambda=10]",
            "hypernet[model=var_linear]");
    assertThat(graph.tasks().stream().filter(task -> task.id().startsWith("prune"))).hasSize(6);
    assertThat(graph.task("prune[hypernet.model=var_linear,lambda=10]").upstream())
        .containsExactly("data-prep", "hypernet[model=var_linear]");
    assertThat(graph.task("prune[hypernet.model=rep,lambda=10]").upstream())
        .containsExactly("data-prep", "hypernet[model=rep,lambda=10]");
  }

  @Test
  void mistakesOfHypernetworksAndPruningAreToldWithTheirKey() {
    assertThatThrownBy(() -> file("hypernet: {model: var_pieces}"))
        .hasMessageContaining("hypernet.model")
        .hasMessageContaining("did you mean");
    assertThatThrownBy(() -> file("hypernet: {knots: [0.1, 10, 1]}"))
        .hasMessageContaining("knots [0.1, 10.0, 1.0] must increase, but 1.0 follows 10.0");
    assertThatThrownBy(() -> file("lambda: 0")).hasMessageContaining("lambda");
    assertThatThrownBy(() -> file("prune: {removed: [0, 1.5]}"))
        .hasMessageContaining("removed 1.5 must lie in 0..1");
    assertThatThrownBy(() -> file("hypernet: {objective: l2, prior: {relevance: true}}"))
        .hasMessageContaining("objective l2 has no effect with prior.relevance true");
  }

  @Test
  void keysDependOnWhatAStageReadsNotOnTheListOfStages() throws IOException {
    assertThat(key("search", ALL)).isEqualTo(key("search", ""));
    assertThat(key("train", ALL)).isEqualTo(key("train", "robustness: {draws: 7}"));
    assertThat(key("robustness", ALL)).isEqualTo(key("robustness", ""));
    assertThat(key("robustness", "robustness: {draws: 7}")).isNotEqualTo(key("robustness", ""));
    assertThat(key("robustness", "space: {channels: 5}")).isNotEqualTo(key("robustness", ""));
    Path zip = Files.writeString(folder.resolve("a.zip"), "one");
    String given = "robustness: {network: '%s'}\n".formatted(zip);
    String key = key("robustness", given);
    assertThat(key("robustness", given + "space: {channels: 5}")).isEqualTo(key);
    Files.writeString(zip, "another");
    assertThat(key("robustness", given)).isNotEqualTo(key);
  }

  @Test
  void enginesAreToldOfTheStagesThatRunAndWhatIsUpstreamAmongThem() {
    var description =
        EngineDescription.of(
            file("stages: [data-prep, robustness, report]\nrobustness: {network: a.zip}"));
    assertThat(description.path("stages").findValuesAsText("name"))
        .containsExactly("data-prep", "robustness", "report");
    assertThat(description.at("/stages/1/upstream").toString()).isEqualTo("[\"data-prep\"]");
    assertThat(description.at("/stages/1/device").asBoolean()).isTrue();
    assertThat(description.at("/stages/2/upstream").toString())
        .isEqualTo("[\"data-prep\",\"robustness\"]");
  }

  @Test
  void disturbancesOutOfRangeAreToldWithTheirKey() {
    assertThatThrownBy(() -> file("robustness: {edge_removal: [0.5, 1.5]}"))
        .hasMessageContaining("edge_removal: level 1.5 must be greater than 0 and at most 1");
    assertThatThrownBy(() -> file("robustness: {corruptions: [fogg]}"))
        .hasMessageContaining("did you mean \"fog\"?");
  }

  private List<String> ids(String rest) {
    return TaskGraph.of(file(rest)).tasks().stream().map(Task::id).toList();
  }

  private static ExperimentFile file(String rest) {
    return ExperimentFile.parse("s.yaml", "name: s\n" + rest, List.of());
  }

  private static String key(String stage, String rest) {
    Experiment experiment = file(rest).experiment();
    return CellKey.of(Stages.named(stage), "code", experiment, List.of("up"));
  }
}
