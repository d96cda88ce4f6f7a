package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.ranking.Variant;

/** What the report says of ensembles. */
class EnsembleBlocksTest {
  @TempDir Path folder;

  /** EdgeNES of two members, and one DARTS whose error is greater by 0.02, 0.04 or 0.06. */
  private RecordedRun run(int seed) {
    double accuracy = 0.8 + 0.01 * seed;
    double darts = accuracy - 0.02 * (seed + 1);
    return new RecordedRun("ensemble", folder.resolve("run-" + seed))
        .with("seed", Integer.toString(seed))
        .artifact(
            "tables/ensemble.json",
            """
            {"columns": ["method","size","members","seed","accuracy","nll","ece","disagreement",
                         "seconds","multiply_adds"],
             "data": [["edgenes",1,"edgenes-1",%1$d,0.7,0.9,0.05,0,10,100],
                      ["edgenes",2,"edgenes-1 edgenes-2",%1$d,%2$s,0.5,0.04,0.2,14,140],
                      ["darts",1,"darts-1",%1$d,%3$s,0.8,0.06,0,8,90]]}"""
                .formatted(seed, accuracy, darts))
        .artifact(
            "tables/ensemble_area.json",
            """
            {"columns": ["method","seed","area_seconds","area_multiply_adds"],
             "data": [["edgenes",%1$d,0.5,0.4],["darts",%1$d,0.5,0.4]]}"""
                .formatted(seed))
        .artifact(
            "tables/shared_edges.json",
            """
            {"columns": ["seed","wanted","expected","relaxed","achieved","deviation"],
             "data": [[%1$d,0,0.1,0.2,%1$d,0.5],[%1$d,1,1.1,1.2,1,0.5]]}"""
                .formatted(seed));
  }

  private static List<Block> blocks(List<UpstreamRun> runs) throws IOException {
    return new EnsembleBlocks(Variant.of(runs, "edgenes")).blocks();
  }

  private static ResultsTable table(List<Block> blocks, int number) {
    return (ResultsTable)
        blocks.stream().filter(ResultsTable.class::isInstance).toList().get(number);
  }

  private static LineChart chart(List<Block> blocks, int number) {
    return (LineChart) blocks.stream().filter(LineChart.class::isInstance).toList().get(number);
  }

  @Test
  void methodsAreRowsOfMeansOverSeedsWithAllMembers() throws IOException {
    ResultsTable table = table(blocks(List.of(run(0), run(1), run(2))), 0);
    assertThat(table.rows()).extracting(ResultsTable.Row::name).containsExactly("edgenes", "darts");
    assertThat(table.rows().get(0).figures().get(0).mean()).isCloseTo(0.81, within(1e-12));
    assertThat(table.rows().get(0).figures().get(0).deviation()).isCloseTo(0.01, within(1e-12));
    assertThat(table.rows().get(0).figures().get(5).mean()).isEqualTo(140);
    assertThat(table.rows().get(1).figures().get(6).mean()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void differencesAtEqualSeedsAreTested() throws IOException {
    ResultsTable pairs = table(blocks(List.of(run(0), run(1), run(2))), 1);
    assertThat(pairs.rows()).extracting(ResultsTable.Row::name).containsExactly("darts");
    // differences 0.02, 0.04, 0.06: t = 0.04 / (0.02/√3) = 2√3 with 2 degrees of freedom;
    // P(T > t) = (1 − t/√(2 + t²)) / 2 there
    double t = 2 * Math.sqrt(3);
    assertThat(pairs.rows().get(0).figures().get(0).mean()).isCloseTo(0.04, within(1e-12));
    assertThat(pairs.rows().get(0).figures().get(1).mean())
        .isCloseTo((1 - t / Math.sqrt(2 + t * t)) / 2, within(1e-9));
    assertThat(pairs.rows().get(0).figures().get(3).mean()).isEqualTo(1);
  }

  @Test
  void oneSeedIsNoTest() throws IOException {
    ResultsTable pairs = table(blocks(List.of(run(0))), 1);
    assertThat(pairs.rows().get(0).figures().get(0).mean()).isCloseTo(0.02, within(1e-12));
    assertThat(pairs.rows().get(0).figures().get(1).count()).isZero();
  }

  @Test
  void errorsFallWithCostAndSharedEdgesHaveBands() throws IOException {
    List<Block> blocks = blocks(List.of(run(0), run(1), run(2)));
    LineChart error = chart(blocks, 0);
    assertThat(error.series().get(0).points())
        .extracting(LineChart.Point::x)
        .containsExactly(100.0, 140.0);
    assertThat(error.series().get(0).points().get(1).y()).isCloseTo(0.19, within(1e-12));
    assertThat(error.series().get(0).spread().get(1)).isCloseTo(0.01, within(1e-12));
    LineChart shared = chart(blocks, 2);
    assertThat(shared.series().get(2).points().get(0).y()).isCloseTo(1, within(1e-12));
    assertThat(shared.series().get(2).spread().get(0)).isCloseTo(1, within(1e-12));
    assertThat(shared.series().get(0).points())
        .allSatisfy(point -> assertThat(point.y()).isEqualTo(point.x()));
  }

  @Test
  void withoutRunsThereIsNothing() throws IOException {
    assertThat(blocks(List.of())).isEmpty();
  }
}
