package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.Gallery;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.Text;
import org.simplexity.report.drawing.Scene;

/** What the report says of weights that are removed. */
class PruningTest {
  private static final String TABLE =
      """
      {"columns": ["model", "lambda", "seed", "removed", "accuracy"],
       "data": [["%s", %s, %d, 0.0, %s], ["%s", %s, %d, 0.5, %s]]}
      """;

  @TempDir Path folder;
  private Pruning pruning;

  @BeforeEach
  void gather() throws IOException {
    pruning =
        Pruning.of(
            List.of(
                run("var", 1, 0, 0.9, 0.8),
                run("var", 1, 1, 0.8, 0.6),
                run("base", 1, 0, 0.7, 0.1),
                run("var", 10, 0, 0.5, 0.5)));
  }

  private RecordedRun run(String model, double lambda, int seed, double whole, double half) {
    String name = "prune-%s-%s-%d".formatted(model, lambda, seed);
    RecordedRun run = new RecordedRun(name, folder.resolve(name));
    run.artifact(
        "tables/pruning.json",
        TABLE.formatted(model, lambda, seed, whole, model, lambda, seed, half));
    return run;
  }

  @Test
  void oneTableHasTheRowsOfAllRuns() {
    assertThat(pruning.table().columns())
        .containsExactly("model", "lambda", "seed", "removed", "accuracy");
    assertThat(pruning.table().rows()).hasSize(8).contains(List.of("var", 1.0, 1L, 0.5, 0.6));
  }

  @Test
  void theReportHasATableForEveryLambdaWithMeansOverSeeds() {
    assertThat(pruning.blocks().get(0)).isInstanceOf(Text.class);
    ResultsTable table = (ResultsTable) pruning.blocks().get(1);
    assertThat(table.caption()).isEqualTo("Accuracy by share of weights removed, λ = 1.0");
    assertThat(table.columns())
        .extracting(ResultsTable.Column::title)
        .containsExactly("0 %", "50 %");
    assertThat(table.rows()).extracting(ResultsTable.Row::name).containsExactly("var", "base");
    assertThat(table.rows().get(0).figures().get(1).mean()).isCloseTo(0.7, within(1e-12));
    assertThat(((ResultsTable) pruning.blocks().get(2)).caption()).contains("λ = 10.0");
  }

  @Test
  void chartsShowModelsAtEachLambdaAndEachModelOverLambda() {
    assertThat(pruning.curves())
        .extracting(LineChart::title)
        .containsExactly("Models at λ = 1.0", "Models at λ = 10.0", "var by λ", "base by λ");
  }

  @Test
  void theSummaryHasMeanAndDeviationOverSeedsOfEveryPlace() {
    assertThat(pruning.summary().columns())
        .containsExactly("model", "lambda", "removed", "accuracy_mean", "accuracy_std", "seeds");
    assertThat(pruning.summary().rows()).hasSize(6);
    List<Object> half = pruning.summary().rows().get(1);
    assertThat(half).startsWith("var", 1.0, 0.5).endsWith(2L);
    assertThat((double) half.get(3)).isCloseTo(0.7, within(1e-12));
    assertThat((double) half.get(4)).isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(pruning.summary().rows()).contains(List.of("base", 1.0, 0.5, 0.1, 0.0, 1L));
  }

  @Test
  void onlyWhatWasMeasuredAtSeveralLambdaIsASurface() {
    assertThat(pruning.surfaces()).extracting(Scene::title).containsExactly("var");
    assertThat(pruning.heat()).extracting(Scene::title).containsExactly("var");
    assertThat(pruning.blocks()).filteredOn(Gallery.class::isInstance).hasSize(2);
  }

  @Test
  void hypernetworksAreComparedWithPlainWeights() throws IOException {
    Pruning both =
        Pruning.of(
            List.of(
                run("var", 1, 0, 0.9, 0.8),
                run("var_linear", 1, 0, 0.8, 0.9),
                run("var", 10, 0, 0.7, 0.5),
                run("var_linear", 10, 0, 0.6, 0.4)));
    List<Block> last = both.blocks().subList(both.blocks().size() - 4, both.blocks().size());
    assertThat(last.get(0)).isInstanceOf(Text.class);
    ResultsTable differences = (ResultsTable) last.get(1);
    assertThat(differences.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("var_linear, λ = 1", "var_linear, λ = 10");
    assertThat(differences.rows().get(0).figures().get(1).mean()).isCloseTo(0.1, within(1e-12));
    assertThat(((LineChart) last.get(2)).title()).isEqualTo("var and its hypernetworks at λ = 10");
    assertThat(((Folded) last.get(3)).blocks())
        .extracting(block -> ((LineChart) block).title())
        .containsExactly("var and its hypernetworks at λ = 1");
  }

  @Test
  void withoutRunsThereIsNothing() throws IOException {
    assertThat(Pruning.of(List.of()).blocks()).isEmpty();
  }
}
