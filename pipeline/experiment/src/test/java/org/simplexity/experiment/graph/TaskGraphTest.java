package org.simplexity.experiment.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.experiment.Cell;
import org.simplexity.experiment.file.ExperimentFile;

class TaskGraphTest {
  @Test
  void anExperimentWithoutSweepTrainsOnceForEachStart() {
    assertThat(new GraphText(graph("")).tree())
        .isEqualTo(
            """
            g: 7 tasks
            ├─ data-prep
            │  └─ search
            │     └─ discretise
            │        ├─ train[start=scratch]
            │        └─ train[start=inherited]
            ├─ evaluate  (after all above)
            └─ report  (after all above)
            """);
  }

  @Test
  void aSweepOverTheSearchSharesTheData() {
    TaskGraph graph = graph("sweep: {search.epochs: [1, 2, 3]}\ntrain: {start: [scratch]}");
    assertThat(ids(graph))
        .filteredOn(id -> id.startsWith("data-prep"))
        .containsExactly("data-prep");
    assertThat(ids(graph))
        .contains("search[epochs=2]", "discretise[search.epochs=2]")
        .hasSize(1 + 3 + 3 + 3 + 2);
  }

  @Test
  void aSweepOverTheTrainingSharesTheSearch() {
    TaskGraph graph = graph("sweep: {train.epochs: [1, 2]}");
    assertThat(ids(graph)).hasSize(1 + 1 + 1 + 4 + 2);
    Task train = graph.task("train[epochs=2,start=inherited]");
    assertThat(train.upstream()).containsExactly("data-prep", "search", "discretise");
    assertThat(train.cell())
        .isEqualTo(Cell.EMPTY.with("train.epochs", "2").with("train.start", "[\"inherited\"]"));
  }

  @Test
  void aSweepOverSeedsSharesNothingButTheComparisonAndTheReport() {
    TaskGraph graph = graph("sweep: {seed: [1, 2]}");
    assertThat(ids(graph)).hasSize(2 * 5 + 2);
    Task report = graph.tasks().get(graph.tasks().size() - 1);
    assertThat(report.upstream()).hasSize(11).contains("evaluate").doesNotContain("report");
    assertThat(graph.task("evaluate").upstream()).hasSize(10).doesNotContain("evaluate", "report");
  }

  @Test
  void aSweepOverListsOfStartsStillGivesOneTaskAStart() {
    TaskGraph graph = graph("sweep: {train.start: [[scratch], [scratch, inherited]]}");
    assertThat(ids(graph)).filteredOn(id -> id.startsWith("train")).hasSize(2);
  }

  @Test
  void everyTaskComesAfterThoseItWaitsFor() {
    List<Task> tasks = graph("sweep: {seed: [1, 2], search.epochs: [1, 2]}").tasks();
    List<String> order = tasks.stream().map(Task::id).toList();
    for (Task task : tasks) {
      assertThat(order.subList(0, order.indexOf(task.id()))).containsAll(task.upstream());
    }
  }

  @Test
  void theJsonHoldsEveryTaskWithItsCellAndUpstream() {
    var json = new GraphText(graph("sweep: {seed: [7]}")).json();
    assertThat(json.path("tasks")).hasSize(7);
    var search = json.path("tasks").path(1);
    assertThat(search.path("stage").asText()).isEqualTo("search");
    assertThat(search.path("cell").path("seed").asText()).isEqualTo("7");
    assertThat(search.path("upstream").path(0).asText()).isEqualTo("data-prep[seed=7]");
  }

  private static TaskGraph graph(String rest) {
    return TaskGraph.of(ExperimentFile.parse("g.yaml", "name: g\n" + rest, List.of()));
  }

  private static List<String> ids(TaskGraph graph) {
    return graph.tasks().stream().map(Task::id).toList();
  }
}
