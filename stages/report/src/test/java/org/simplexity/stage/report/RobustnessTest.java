package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Variant;

/** What the report says of accuracy under disturbances. */
class RobustnessTest {
  @TempDir Path folder;
  private Robustness robustness;

  @BeforeEach
  void gather() throws IOException {
    List<Variant> variants = Variant.of(Sweeps.disturbed(folder).robustness(), "tiny");
    robustness = Robustness.of(variants);
  }

  @Test
  void aVariantIsOneLineOfMeansWithABandOverSeedsAndDraws() {
    LineChart chart = robustness.curves().get(0);
    assertThat(chart.title()).isEqualTo("Weight noise");
    assertThat(chart.x().quantity()).isEqualTo(Quantity.NUMBER);
    assertThat(chart.series())
        .extracting(LineChart.Series::name)
        .containsExactly("space.channels=8", "space.channels=16");
    LineChart.Series first = chart.series().get(0);
    assertThat(first.points()).extracting(LineChart.Point::x).containsExactly(0.0, 0.1);
    // 0.32 and 0.33 clean; 0.31, 0.29, 0.32, 0.30 disturbed
    assertThat(first.points().get(0).y()).isCloseTo(0.325, within(1e-12));
    assertThat(first.points().get(1).y()).isCloseTo(0.305, within(1e-12));
    assertThat(first.spread().get(0)).isCloseTo(Math.sqrt(0.00005), within(1e-12));
    assertThat(first.spread().get(1)).isCloseTo(Math.sqrt(0.0005 / 3), within(1e-12));
  }

  @Test
  void severitiesAreCounted() {
    assertThat(robustness.curves().get(1).x().quantity()).isEqualTo(Quantity.COUNT);
  }

  @Test
  void areasStandSideBySideAsMeanAndDeviation() {
    ResultsTable areas = (ResultsTable) robustness.blocks().get(1);
    assertThat(areas.columns())
        .extracting(ResultsTable.Column::title)
        .containsExactly("space.channels=8", "space.channels=16");
    assertThat(areas.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("Weight noise", "Fog");
    assertThat(areas.rows().get(1).figures().get(0).mean()).isCloseTo(0.275, within(1e-12));
    assertThat(areas.rows().get(1).figures().get(0).deviation())
        .isCloseTo(0.01 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void chartsOfCorruptionsAreFolded() {
    List<Block> blocks = robustness.blocks();
    assertThat(blocks).hasSize(4);
    assertThat(blocks.get(0)).isInstanceOf(Text.class);
    assertThat(blocks.get(2)).isEqualTo(robustness.curves().get(0));
    assertThat(((Folded) blocks.get(3)).blocks()).containsExactly(robustness.curves().get(1));
  }

  @Test
  void withoutRunsThereIsNothing() throws IOException {
    assertThat(Robustness.of(List.of()).blocks()).isEmpty();
    assertThat(Robustness.of(List.of()).curves()).isEmpty();
  }
}
