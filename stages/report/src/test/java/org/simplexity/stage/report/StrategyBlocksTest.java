package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Variant;

/** What the report says of several strategies. */
class StrategyBlocksTest {
  @TempDir Path folder;

  private RecordedRun run(String stage, String strategy, int seed, double accuracy, int seconds) {
    RecordedRun run =
        new RecordedRun(stage, folder.resolve(stage + strategy + seed))
            .with("seed", Integer.toString(seed))
            .headline(
                "{\"test/accuracy\": %s, \"model/parameters\": 100, \"time/total_seconds\": %d}"
                    .formatted(accuracy, seconds));
    return strategy.isEmpty() ? run : run.with("search.strategy", strategy);
  }

  @Test
  void strategiesAndEnsemblesAreRowsWithTheirWholeCost() {
    double[] gradient = {0.9, 0.92, 0.91};
    double[] random = {0.88, 0.91, 0.86};
    List<UpstreamRun> searches = new ArrayList<>();
    List<UpstreamRun> trained = new ArrayList<>();
    List<UpstreamRun> boosted = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      searches.add(run("search", "gradient", seed, 0, 30));
      searches.add(run("search", "random", seed, 0, 10));
      trained.add(run("train", "gradient", seed, gradient[seed], 20));
      trained.add(run("train", "random", seed, random[seed], 20));
      boosted.add(run("adanet", "", seed, 0.8, 100));
    }
    List<Block> blocks =
        new StrategyBlocks(Variant.of(trained, "trained"), Variant.of(boosted, "boosted"), searches)
            .blocks();
    ResultsTable table = (ResultsTable) blocks.get(0);
    assertThat(table.rows())
        .extracting(Row::name)
        .containsExactly("search.strategy=gradient", "search.strategy=random", "adanet: boosted");
    assertThat(column(table, 3)).extracting(Measured::mean).startsWith(30.0, 10.0);
    assertThat(column(table, 3).get(2).count()).isZero();
    assertThat(column(table, 5)).extracting(Measured::mean).containsExactly(1.0, 0.6, 2.0);
    assertThat(column(table, 6).get(0).count()).as("the best is not tested").isZero();
    // t = mean(.02, .01, .05) / (sd / sqrt 3) = 2.2188 with 2 degrees: the closed form of its tail
    // is 1/2 - t / (2 sqrt(2 + t^2))
    double mean = 0.08 / 3;
    double error = Math.sqrt((0.0004 + 0.0001 + 0.0025 - 3 * mean * mean) / 2 / 3);
    double t = mean / error;
    assertThat(column(table, 6).get(1).mean())
        .isCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), within(1e-9));
    assertThat(blocks.get(1)).isInstanceOf(Text.class);
  }

  private static List<Measured> column(ResultsTable table, int column) {
    return table.rows().stream().map(row -> row.figures().get(column)).toList();
  }

  @Test
  void oneStrategyIsNoComparison() {
    List<UpstreamRun> trained =
        List.of(run("train", "gradient", 0, 0.9, 1), run("train", "gradient", 1, 0.9, 1));
    assertThat(new StrategyBlocks(Variant.of(trained, "t"), List.of(), List.of()).blocks())
        .isEmpty();
  }
}
