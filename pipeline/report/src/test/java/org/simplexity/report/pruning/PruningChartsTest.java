package org.simplexity.report.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Point;

class PruningChartsTest {
  private static final PruningCharts CHARTS =
      new PruningCharts(
          List.of(
              new Removal("var", 10, 0, 0, 0.8),
              new Removal("base", 1, 0, 0.5, 0.7),
              new Removal("base", 1, 0, 0, 0.9),
              new Removal("base", 1, 1, 0, 0.7),
              new Removal("base", 1, 1, 0.5, 0.7),
              new Removal("base", 10, 0, 0, 0.6)));

  @Test
  void modelsAtOneLambdaHaveACurveEachWithMeansAndDeviationsOverSeeds() {
    LineChart chart = CHARTS.models(1);
    assertThat(chart.series()).extracting(LineChart.Series::name).containsExactly("base");
    List<Point> points = chart.series().get(0).points();
    assertThat(points).extracting(Point::x).containsExactly(0.0, 0.5);
    assertThat(points.get(0).y()).isCloseTo(0.8, within(1e-12));
    // 0.9 and 0.7: deviations ±0.1 from the mean, sample variance 0.02.
    assertThat(chart.series().get(0).spread().get(0)).isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(CHARTS.models(10).series())
        .extracting(LineChart.Series::name)
        .containsExactly("var", "base");
  }

  @Test
  void oneModelHasACurveForEveryLambda() {
    assertThat(CHARTS.lambdas("base").series())
        .extracting(LineChart.Series::name)
        .containsExactly("λ = 1.0", "λ = 10.0");
    assertThat(CHARTS.lambdas()).containsExactly(1.0, 10.0);
    assertThat(CHARTS.models()).containsExactly("var", "base");
  }

  @Test
  void figuresOfOnePlaceAreThoseOfItsSeeds() {
    assertThat(CHARTS.at("base", 1, 0.5).mean()).isEqualTo(0.7);
    assertThat(CHARTS.at("base", 1, 0.5).count()).isEqualTo(2);
    assertThat(CHARTS.at("var", 1, 0).count()).isZero();
  }

  @Test
  void aSummaryHasMeanDeviationAndNumberOfSeedsOfEveryPlace() {
    List<RemovalSummary> summaries = CHARTS.summaries();
    assertThat(summaries).hasSize(4);
    assertThat(RemovalSummary.COLUMNS)
        .containsExactly("model", "lambda", "removed", "accuracy_mean", "accuracy_std", "seeds");
    assertThat(summaries.get(0).row()).containsExactly("var", 10.0, 0.0, 0.8, 0.0, 1L);
    RemovalSummary base = summaries.get(1);
    assertThat(base.row()).startsWith("base", 1.0, 0.0).endsWith(2L);
    assertThat(base.accuracy().mean()).isCloseTo(0.8, within(1e-12));
    assertThat(base.accuracy().deviation()).isCloseTo(Math.sqrt(0.02), within(1e-12));
  }

  @Test
  void tablesShowFourSharesIfAllOfThemWereMeasured() {
    assertThat(CHARTS.tableShares()).containsExactly(0.0, 0.5);
    List<Removal> fine =
        List.of(0.9, 0.8, 0.7, 0.5, 0.0).stream()
            .map(share -> new Removal("var", 1, 0, share, 0.9))
            .toList();
    assertThat(new PruningCharts(fine).tableShares()).containsExactly(0.0, 0.5, 0.8, 0.9);
  }
}
