package org.simplexity.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Score;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.CostTables;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.method.family.OperationCosts;
import org.simplexity.method.family.SearchedFamily;
import org.simplexity.method.family.SearchedFamilyJson;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.PriceMap;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/** What the report says of families of structures. */
class FamilyBlocksTest {
  private static final List<String> OPERATIONS =
      List.of("max_pool_3x3", "skip_connect", "sep_conv_3x3");
  private static final StructureLayout LAYOUT =
      new StructureLayout(List.of(new EdgePosition(0, 2), new EdgePosition(1, 2)), OPERATIONS);
  private static final CostTables COSTS =
      new CostTables(
          Map.of(
              CostKind.PARAMETERS,
              new OperationCosts(LAYOUT, new double[] {0, 0, 7, 0, 0, 7, 0, 4, 9, 0, 4, 9}, 50)));
  private static final List<Double> POINT = List.of(0.2, 0.2, 0.6);

  @TempDir Path folder;

  private static FamilyMember member(List<Double> prices, String operation, double accuracy) {
    CellGenotype cell =
        CellGenotype.of(1, List.of(new Edge(0, 2, operation), new Edge(1, 2, operation)));
    Genotype genotype = new Genotype(cell, cell);
    return new FamilyMember(prices, genotype, COSTS.of(genotype), new Score(1, accuracy));
  }

  private RecordedRun run(
      String seed, String fixed, List<FamilyMember> members, List<FamilyMember> points, int time) {
    SearchedFamily searched =
        new SearchedFamily(
            "images",
            new Shape(1, 8, 8),
            List.of("a", "b"),
            new ChannelStatistics(List.of(0.0), List.of(1.0)),
            List.of(0.5),
            COSTS,
            members,
            points);
    return new RecordedRun("family", folder.resolve("family-" + seed + fixed.hashCode()))
        .with("seed", seed)
        .with("family.search.fixed", fixed)
        .with("family.search.kappa", "1.0")
        .headline(
            "{\"family/structures\": 2, \"time/total_seconds\": %d, \"time/survey_seconds\": 2}"
                .formatted(time))
        .artifact(SearchedFamily.ARTIFACT, SearchedFamilyJson.write(searched));
  }

  private RecordedRun family(String seed, double accuracy) {
    return run(
        seed,
        "[]",
        List.of(
            member(List.of(1.0, 0.0, 0.0), "sep_conv_3x3", 0.9),
            member(List.of(0.0, 1.0, 0.0), "sep_conv_3x3", 0.9),
            member(List.of(0.0, 0.0, 1.0), "max_pool_3x3", 0.7)),
        List.of(member(POINT, "skip_connect", accuracy)),
        18);
  }

  private RecordedRun single(String seed, double accuracy) {
    List<FamilyMember> one = List.of(member(POINT, "skip_connect", accuracy));
    return run(seed, "[0.2,0.2,0.6]", one, List.of(), 8);
  }

  @Test
  void aFamilyIsAMapATableOfItsPointsAndAFront() throws IOException {
    List<Block> blocks =
        FamilyBlocks.of(List.of(family("0", 0.8), family("1", 0.84)), "x").blocks();
    PriceMap map = only(blocks, PriceMap.class);
    assertThat(map.prices()).isEqualTo(OPERATIONS);
    assertThat(map.places()).extracting(PriceMap.Place::structure).containsExactly(0, 0, 1, 2);
    assertThat(map.structures().get(0).readings())
        .extracting(PriceMap.Reading::text)
        .containsExactly("0.9000", "0", "0", "4", "82");
    assertThat(only(blocks, Folded.class).title()).isEqualTo("x, seed=1");
    ResultsTable points = (ResultsTable) blocks.get(4);
    assertThat(points.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("0.20 · 0.20 · 0.60");
    List<Measured> figures = points.rows().get(0).figures();
    assertThat(figures.get(1).mean()).as("skip connections").isEqualTo(4);
    assertThat(figures.get(3).mean()).as("their parameters, no frame").isEqualTo(8);
    assertThat(figures.get(5).mean()).isCloseTo(0.82, within(1e-12));
    assertThat(figures.get(5).count()).isEqualTo(2);
    assertThat(only(blocks, LineChart.class).series()).hasSize(2);
  }

  @Test
  void singleSearchesArePairedBySeedAndTheirTimesAddedUp() throws IOException {
    List<Block> blocks =
        FamilyBlocks.of(
                List.of(family("0", 0.8), family("1", 0.84), single("0", 0.79), single("1", 0.85)),
                "x")
            .blocks();
    ResultsTable table = (ResultsTable) blocks.get(blocks.size() - 1);
    assertThat(table.rows())
        .extracting(ResultsTable.Row::name)
        .containsExactly("0.20 · 0.20 · 0.60", "mean over 1 prices");
    Measured difference = table.rows().get(0).figures().get(1);
    assertThat(difference.mean()).isCloseTo(0, within(1e-12));
    assertThat(difference.deviation()).isCloseTo(Math.sqrt(2) * 0.01, within(1e-12));
    assertThat(table.rows().get(1).figures().get(2).mean())
        .as("18 + 2 seconds over 8 + 2")
        .isCloseTo(2, within(1e-12));
    assertThat(only(blocks, LineChart.class).series()).hasSize(3);
  }

  @Test
  void withoutRunsThereIsNothing() throws IOException {
    assertThat(FamilyBlocks.of(List.of(), "x").blocks()).isEmpty();
  }

  private static <T> T only(List<Block> blocks, Class<T> kind) {
    List<T> found = new ArrayList<>();
    blocks.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
