package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.method.Score;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/** A family whose structure is known at every price: the operation of the greatest price. */
class HardBudgetTest {
  private static final StructureLayout LAYOUT =
      new StructureLayout(
          List.of(new EdgePosition(0, 2), new EdgePosition(1, 2)),
          List.of("skip_connect", "max_pool_3x3", "sep_conv_3x3"));
  private static final int OPERATIONS = 3;

  /** Four edges: 4, 8 or 12 and a frame of 100. */
  private static final OperationCosts COSTS =
      new OperationCosts(LAYOUT, new double[] {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3}, 100);

  private static final List<List<Double>> GRID = new SimplexGrid(OPERATIONS, 4).points();

  private static StructureFamily family() {
    RadialBasisLogits map = new RadialBasisLogits(OPERATIONS, LAYOUT.groups(), 5);
    double[] a = map.initial(0, new Seed(1).generator());
    for (int r = 0; r < OPERATIONS; r++) {
      int start = map.references() * OPERATIONS + r * map.logitCount();
      for (int i = r; i < map.logitCount(); i += OPERATIONS) {
        a[start + i] = 10;
      }
    }
    return new StructureFamily(LAYOUT, new VectorComplexity(OPERATIONS), map, a);
  }

  private static HardBudget budget(double limit) {
    return new HardBudget(limit, COSTS, Derivation.EVERY_EDGE);
  }

  /** Convolutions are the best and identities the worst. */
  private static Score score(Genotype genotype) {
    double pools = (double) genotype.normal().count("max_pool_3x3");
    double convolutions = (double) genotype.normal().count("sep_conv_3x3");
    return new Score(1, 0.1 * pools + 0.2 * convolutions);
  }

  private static String operation(Genotype genotype) {
    CellGenotype cell = genotype.normal();
    assertThat(cell.edges()).hasSize(2);
    return cell.edges().get(0).operation();
  }

  @Test
  void theBestStructureWithinTheBudgetIsTaken() {
    assertThat(operation(budget(112).best(family(), GRID, HardBudgetTest::score).genotype()))
        .isEqualTo("sep_conv_3x3");
    FamilyPoint pools = budget(111.9).best(family(), GRID, HardBudgetTest::score);
    assertThat(operation(pools.genotype())).isEqualTo("max_pool_3x3");
    assertThat(pools.cost()).isEqualTo(108);
    assertThat(pools.condition().get(1)).isGreaterThanOrEqualTo(pools.condition().get(2));
    assertThat(operation(budget(104).best(family(), GRID, HardBudgetTest::score).genotype()))
        .isEqualTo("skip_connect");
  }

  @Test
  void ofEquallyGoodStructuresTheCheapestIsTaken() {
    FamilyPoint point = budget(1000).best(family(), GRID, genotype -> new Score(1, 0.5));
    assertThat(point.cost()).isEqualTo(104);
  }

  @Test
  void structuresBeyondTheBudgetAreNotScoredAndOthersOnce() {
    List<Genotype> scored = new ArrayList<>();
    budget(108)
        .best(
            family(),
            GRID,
            genotype -> {
              scored.add(genotype);
              return new Score(1, 0.5);
            });
    assertThat(scored).doesNotHaveDuplicates().allMatch(genotype -> COSTS.of(genotype) <= 108);
  }

  @Test
  void aBudgetBelowTheCheapestStructureIsRefusedAndTheCheapestNamed() {
    assertThatThrownBy(() -> budget(103.5).best(family(), GRID, HardBudgetTest::score))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("budget 103.5 is below 104.0, the cost of the cheapest structure")
        .hasMessageContaining("normal [0-2 skip_connect, 1-2 skip_connect]");
  }

  @Test
  void twoStrongestInputsNeverKeepNone() {
    StructureLayout layout =
        new StructureLayout(
            List.of(
                new EdgePosition(0, 2),
                new EdgePosition(1, 2),
                new EdgePosition(0, 3),
                new EdgePosition(1, 3),
                new EdgePosition(2, 3)),
            List.of("none", "skip_connect"));
    double[] gamma = {
      .9, .1, .4, .6, .9, .1, .7, .3, .2, .8, .5, .5, .5, .5, .5, .5, .4, .6, .3, .7
    };
    Genotype all = Derivation.EVERY_EDGE.apply(layout, gamma);
    Genotype two = Derivation.STRONGEST_INPUTS.apply(layout, gamma);
    assertThat(all.normal().edges()).hasSize(5);
    assertThat(all.normal().count("none")).isEqualTo(3);
    assertThat(two.normal().edges())
        .extracting(edge -> edge.from() + "-" + edge.to() + " " + edge.operation())
        .containsExactly(
            "0-2 skip_connect", "1-2 skip_connect", "1-3 skip_connect", "2-3 skip_connect");
  }
}
