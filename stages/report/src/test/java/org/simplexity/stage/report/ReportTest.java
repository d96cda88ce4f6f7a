package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Drawing;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.ReportContent;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.Section;
import org.simplexity.report.content.StructureMovement;
import org.simplexity.report.html.HtmlReport;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Headline;
import org.simplexity.tracking.Table;

/** What the report says of the runs of an experiment. */
class ReportTest {
  @TempDir Path folder;

  @Test
  void seedsOfOneVariantAreOneRowWithMeanAndDeviation() throws IOException {
    ResultsTable trained = (ResultsTable) section(sweep(), "Results").blocks().get(0);
    assertThat(trained.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("space.channels=8", "space.channels=16");
    assertThat(trained.rows().get(1).figures().get(0).mean()).isCloseTo(0.97, within(1e-12));
    assertThat(trained.rows().get(1).figures().get(0).deviation())
        .isCloseTo(0.02 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void figuresThatNoRunHasAreLeftOut() throws IOException {
    ResultsTable trained = (ResultsTable) section(sweep(), "Results").blocks().get(0);
    assertThat(trained.columns())
        .extracting(ResultsTable.Column::title)
        .containsExactly("Test accuracy", "Parameters");
  }

  @Test
  void theRunOfTheExperimentGetsBestMeanAndDeviation() throws IOException {
    Map<String, Double> metrics = report(Sweeps.twoByTwo(folder)).winner().orElseThrow().metrics();
    assertThat(metrics).containsEntry("best/test/accuracy", 0.98);
    assertThat(metrics.get("mean/test/accuracy")).isCloseTo(0.97, within(1e-12));
    assertThat(metrics.get("std/test/accuracy")).isCloseTo(0.02 / Math.sqrt(2), within(1e-12));
    assertThat(metrics).containsEntry("mean/model/parameters", 16000.0);
  }

  @Test
  void theGenotypeOfTheBestRunIsShownAndTheOthersFolded() throws IOException {
    List<Block> blocks = section(sweep(), "Structures found").blocks();
    assertThat(((Drawing) blocks.get(0)).caption())
        .isEqualTo("Normal cell, space.channels=16, seed=0");
    assertThat(((Drawing) blocks.get(0)).drawing().text()).contains("skip_connect");
    assertThat(blocks.subList(2, 5)).allMatch(block -> block instanceof Folded);
    assertThat(blocks).hasSize(5);
  }

  @Test
  void curvesOfAVariantShareNameAndColour() throws IOException {
    LineChart loss = report(Sweeps.twoByTwo(folder)).curves().get(0);
    assertThat(loss.title()).isEqualTo("Loss of the search");
    assertThat(loss.series()).hasSize(8);
    assertThat(loss.series().stream().map(Series::name).distinct())
        .containsExactly(
            "space.channels=8 · train",
            "space.channels=8 · validation",
            "space.channels=16 · train",
            "space.channels=16 · validation");
    assertThat(loss.series().get(0).style()).isEqualTo(new LineChart.Style(0, true));
    assertThat(loss.series().get(7).style()).isEqualTo(new LineChart.Style(1, false));
  }

  @Test
  void gammaIsReadFromItsMetricsInOrderOfTheCell() throws IOException {
    StructureMovement movement =
        section(sweep(), "How the structure moved").blocks().stream()
            .filter(StructureMovement.class::isInstance)
            .map(StructureMovement.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(movement.epochs()).containsExactly(1L, 2L, 3L);
    assertThat(movement.last().edges()).containsExactly("0-2", "1-2");
    assertThat(movement.last().operations()).containsExactly("sep_conv_3x3", "skip_connect");
    assertThat(movement.last().gamma()).containsExactly(List.of(0.1, 0.9), List.of(0.8, 0.2));
  }

  @Test
  void epochsWithoutWholeGammaAreLeftOut() {
    RecordedRun run =
        new RecordedRun("search", folder)
            .metric("structure/gamma/normal/0-2/a", 0.5, Double.NaN, 0.4)
            .metric("structure/gamma/normal/0-2/b", 0.5, 0.5, 0.6, 0.7);
    assertThat(GammaHistory.of(run, "normal", "γ").orElseThrow().epochs()).containsExactly(1L, 3L);
    assertThat(GammaHistory.of(run, "reduction", "γ")).isEmpty();
  }

  @Test
  void theSummaryTellsTheGapOfDiscretisationAndTheTimeOfAllTasks() throws IOException {
    ReportContent content = content(Sweeps.single(folder));
    assertThat(content.summary().facts())
        .extracting(fact -> fact.name() + ": " + fact.value())
        .containsExactly(
            "Test accuracy: 0.9750",
            "Parameters: 8.00 k",
            "Supernet → Discretised: 0.7000 → 0.3000",
            "Time of all tasks: 3 min 42 s",
            "Tasks: 4");
  }

  @Test
  void figuresThatARunDeclaredAsItsHeadlineCountBeforeItsLastMetrics() {
    RecordedRun run =
        new RecordedRun("train", folder)
            .metric("validation/accuracy", 0.5)
            .headline("{\"test/accuracy\":0.9,\"validation/accuracy\":0.8}");
    assertThat(Headline.value(run, "test/accuracy")).contains(0.9);
    assertThat(Headline.value(run, "validation/accuracy")).contains(0.8);
    assertThat(Headline.value(run, "test/loss")).isEmpty();
  }

  @Test
  void whereOnlyOneSplitWasMeasuredTheAxisSaysWhich() throws IOException {
    LineChart loss = report(Sweeps.twoByTwo(folder)).curves().get(2);
    assertThat(loss.title()).isEqualTo("Loss of training");
    assertThat(loss.y().name()).isEqualTo("train loss");
    assertThat(loss.series().get(0).name()).isEqualTo("space.channels=8");
    assertThat(loss.series().get(0).style().dashed()).isFalse();
  }

  @Test
  void theTableForTheTrackerHoldsPlainNumbersAndGaps() throws IOException {
    Table table = Tables.raw(report(Sweeps.single(folder)).trained(), Figure.TRAINED);
    assertThat(table.columns()).startsWith("variant", "runs", "test/accuracy", "test/accuracy/std");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().get(0)).startsWith("tiny", 1, 0.975, 0.0, null, null, 8000.0);
  }

  @Test
  void anExperimentThatTrainedNothingHasAReportToo() throws IOException {
    Gathered all = Sweeps.single(folder);
    Gathered some = new Gathered(Map.of("data-prep", all.data(), "search", all.search()));
    assertThat(HtmlReport.render(content(some))).contains("Loss of the search");
    assertThat(HtmlReport.render(content(new Gathered(Map.of())))).contains("Every setting");
  }

  @Test
  void dataMachineAndSettingsAreTold() throws IOException {
    assertThat(HtmlReport.render(content(Sweeps.single(folder))))
        .contains("train 1078, validation 359, test 360")
        .contains("8 × 8, grey")
        .contains("CC BY 4.0")
        .contains("Test CPU, 2 cores")
        .contains("0.1.0+abc")
        .contains("data:image/png;base64,")
        .contains("<dt>search.epochs</dt>");
  }

  private ReportContent sweep() throws IOException {
    return content(Sweeps.twoByTwo(folder));
  }

  private static ReportContent content(Gathered gathered) throws IOException {
    Report report = report(gathered);
    return report.content(report.curves());
  }

  private static Section section(ReportContent content, String title) {
    return content.sections().stream()
        .filter(s -> s.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Report report(Gathered gathered) throws IOException {
    Experiment d = Experiment.defaults();
    Experiment tiny =
        new Experiment(
            "tiny",
            "A test.",
            0,
            1,
            d.stages(),
            d.data(),
            d.space(),
            d.search(),
            d.discretise(),
            d.train(),
            d.robustness(),
            d.hypernet(),
            d.prune(),
            d.polynomial(),
            d.autoencoder(),
            d.family(),
            d.adanet(),
            d.ensemble(),
            d.runtime(),
            d.sweep());
    return new Report(tiny, gathered);
  }
}
