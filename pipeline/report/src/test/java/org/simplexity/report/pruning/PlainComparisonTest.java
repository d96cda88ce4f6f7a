package org.simplexity.report.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.ResultsTable;

/** Plain weights against those of hypernetworks. */
class PlainComparisonTest {
  private static final PlainComparison COMPARISON =
      new PlainComparison(
          List.of(
              new Removal("var_piecewise", 1, 0, 0, 0.95),
              new Removal("var_linear", 1, 0, 0, 0.80),
              new Removal("var_linear", 1, 1, 0, 0.70),
              new Removal("var_linear", 1, 2, 0, 0.10),
              new Removal("var", 1, 1, 0, 0.60),
              new Removal("var", 1, 0, 0, 0.90),
              new Removal("var", 10, 0, 0, 0.50),
              new Removal("var_linear", 100, 0, 0, 0.40),
              new Removal("base", 1, 0, 0, 0.30)));

  @Test
  void onlySeedsThatBothHaveAreCompared() {
    Measured difference = COMPARISON.difference("var", "var_linear", 1, 0);
    // 0.8 − 0.9 and 0.7 − 0.6
    assertThat(difference.mean()).isCloseTo(0, within(1e-12));
    assertThat(difference.deviation()).isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(difference.count()).isEqualTo(2);
    assertThat(COMPARISON.difference("var", "var_linear", 1, 0.5).count()).isZero();
  }

  @Test
  void kindsAndLambdasAreThoseThatHaveBoth() {
    assertThat(COMPARISON.kinds()).containsExactly("var");
    assertThat(COMPARISON.lambdas("var")).containsExactly(1.0);
  }

  @Test
  void aTableHasARowForEveryHypernetworkAndLambda() {
    ResultsTable table = COMPARISON.differences("var", List.of(0.0));
    assertThat(table.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("var_piecewise, λ = 1", "var_linear, λ = 1");
    assertThat(table.rows().get(0).figures().get(0).mean()).isCloseTo(0.05, within(1e-12));
    assertThat(table.best(0)).isEmpty();
  }

  @Test
  void aChartHasThePlainModelFirst() {
    LineChart chart = COMPARISON.chart("var", 1);
    assertThat(chart.title()).isEqualTo("var and its hypernetworks at λ = 1");
    assertThat(chart.series())
        .extracting(LineChart.Series::name)
        .containsExactly("var", "var_linear", "var_piecewise");
  }
}
