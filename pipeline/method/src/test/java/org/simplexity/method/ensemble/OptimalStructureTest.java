package org.simplexity.method.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.method.Stripes;
import org.simplexity.method.family.Derivation;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Genotype;

class OptimalStructureTest {
  private static final CellSpace SPACE = Stripes.space();

  @Test
  void everyEdgeOrTwoANodeCanBeShared() {
    // Two nodes have 2 + 3 edges, in each of two types of cell.
    assertThat(Diversities.optimum(SPACE, Derivation.EVERY_EDGE).edges()).isEqualTo(10);
    assertThat(Diversities.optimum(SPACE, Derivation.STRONGEST_INPUTS).edges()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(Derivation.class)
  void theOptimumSharesAllItsEdgesWithItself(Derivation derivation) {
    OptimalStructure optimum = Diversities.optimum(SPACE, derivation);
    assertThat(optimum.shared(optimum.genotype())).isEqualTo(optimum.edges());
    assertThat(optimum.shared(optimum.ones())).isEqualTo(optimum.edges());
  }

  @Test
  void ofVerticesTheInnerProductIsTheNumberOfCommonEdges() {
    OptimalStructure optimum = Diversities.optimum(SPACE, Derivation.EVERY_EDGE);
    int operations = SPACE.structure().operations().size();
    for (int draw = 0; draw < 20; draw++) {
      double[] vertex = new double[SPACE.structure().length()];
      RandomGenerator random = new Seed(draw).generator();
      for (int start = 0; start < vertex.length; start += operations) {
        vertex[start + random.nextInt(operations)] = 1;
      }
      Genotype genotype = Derivation.EVERY_EDGE.apply(SPACE.structure(), vertex);
      assertThat(optimum.shared(vertex)).isEqualTo(optimum.shared(genotype));
    }
  }

  @Test
  void aWarmStartSharesAsManyEdgesAsWantedAtEveryKnotAndBetween() {
    for (Derivation derivation : Derivation.values()) {
      OptimalStructure optimum = Diversities.optimum(SPACE, derivation);
      DiversitySettings settings = Diversities.settings(1, 1, true);
      DiverseFamily family =
          new DiverseFamily(
              optimum,
              settings.map(optimum),
              new WarmStart(optimum, settings.map(optimum)).parameters(),
              0.2);
      double clipped = WarmStart.LEAST * optimum.edges();
      assertThat(family.expected(0)).isCloseTo(clipped, within(1e-9));
      assertThat(family.expected(optimum.edges() / 2.0))
          .isCloseTo(optimum.edges() / 2.0, within(1e-9));
      assertThat(family.expected(optimum.edges()))
          .isCloseTo(optimum.edges() - clipped, within(1e-9));
    }
  }

  @Test
  void edgesOfCellsThatTheSpaceDoesNotHaveAreNotCounted() {
    CellSpaceSettings one =
        new CellSpaceSettings(1, 2, 4, List.of("none", "max_pool_3x3", "skip_connect"), 2, 1);
    CellSpace space = new CellSpace(one, SPACE.input(), 3);
    assertThat(Diversities.optimum(space, Derivation.EVERY_EDGE).edges()).isEqualTo(5);
  }

  @Test
  void aStructureOfAnotherSpaceIsRefused() {
    assertThatThrownBy(() -> new OptimalStructure(SPACE, new double[12], Derivation.EVERY_EDGE))
        .hasMessage(
            "optimal structure of 12 numbers is of another space: 10 edges of 4 operations need"
                + " 40");
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    assertThatThrownBy(() -> Diversities.settings(1, -0.5, true))
        .hasMessageContaining("penalty -0.5 must be finite and not negative");
  }
}
