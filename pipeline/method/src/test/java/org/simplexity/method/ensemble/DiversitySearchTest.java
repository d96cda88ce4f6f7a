package org.simplexity.method.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.data.Seed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.Stripes;
import org.simplexity.method.family.Derivation;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Genotype;

class DiversitySearchTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final CellSpace SPACE = Stripes.space();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(5));

  private static DiversitySearch search(DiversitySettings settings, Derivation derivation) {
    return new DiversitySearch(
        SPACE,
        IMAGES,
        settings,
        new DiversitySearch.Found(Diversities.optimum(SPACE, derivation), null),
        CONDITIONS);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void goesOnBitForBitFromAState(boolean warm) {
    DiversitySettings settings = Diversities.settings(3, 0.1, warm);
    try (DiversitySearch undisturbed = search(settings, Derivation.STRONGEST_INPUTS);
        DiversitySearch stopped = search(settings, Derivation.STRONGEST_INPUTS);
        DiversitySearch resumed = search(settings, Derivation.STRONGEST_INPUTS)) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      resumed.epoch(2);
      assertThat(resumed.epoch(3)).isEqualTo(undisturbed.epoch(3));
      undisturbed
          .state()
          .arrays()
          .forEach(
              (name, array) ->
                  assertThat(resumed.state().array(name)).as(name).containsExactly(array));
    }
  }

  @Test
  void structuresShareAsManyEdgesAsTheyWereToldTo() {
    try (DiversitySearch search =
        search(Diversities.settings(15, 2, false), Derivation.EVERY_EDGE)) {
      for (int epoch = 1; epoch <= 15; epoch++) {
        search.epoch(epoch);
      }
      List<SharedEdges> rows = SharedEdges.of(search.family(), 40, new Seed(1));
      assertThat(rows).hasSize(11);
      for (SharedEdges row : rows) {
        assertThat(row.shared()).as("at %s", row.wanted()).isCloseTo(row.wanted(), within(1.5));
        assertThat(row.expected()).isCloseTo(row.wanted(), within(1.5));
      }
    }
  }

  @Test
  void withoutAPenaltyLambdaHasNoSuchEffect() {
    try (DiversitySearch search =
        search(Diversities.settings(5, 0, false), Derivation.EVERY_EDGE)) {
      for (int epoch = 1; epoch <= 5; epoch++) {
        search.epoch(epoch);
      }
      DiverseFamily family = search.family();
      assertThat(family.expected(10) - family.expected(0)).isLessThan(5);
    }
  }

  @Test
  void candidatesDifferAndRangeOverTheWholeInterval() {
    try (DiversitySearch search =
        search(Diversities.settings(1, 0.1, true), Derivation.STRONGEST_INPUTS)) {
      search.epoch(1);
      List<Candidate> candidates = search.family().candidates(12, new Seed(2).generator());
      assertThat(candidates).hasSize(12);
      assertThat(candidates).extracting(Candidate::genotype).doesNotHaveDuplicates();
      assertThat(candidates).allMatch(c -> c.wanted() >= 0 && c.wanted() <= 8);
      assertThat(candidates).anyMatch(c -> c.wanted() > 5).anyMatch(c -> c.wanted() < 3);
    }
  }

  @Test
  void randomStructuresAreDrawnAlikeAndEndWhereThereAreNoMore() {
    CellSpaceSettings tiny =
        new CellSpaceSettings(3, 1, 4, List.of("max_pool_3x3", "skip_connect"), 2, 1);
    CellSpace space = new CellSpace(tiny, SPACE.input(), 3);
    List<Genotype> all =
        new RandomStructures(space.structure(), Derivation.STRONGEST_INPUTS)
            .draw(100, new Seed(1).generator());
    // two edges of two operations in each of two types of cell
    assertThat(all).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void weightsOfAnotherSpaceAreRefused() {
    CellSpaceSettings wide = new CellSpaceSettings(3, 2, 8, SPACE.settings().operations(), 2, 1);
    CellSpace other = new CellSpace(wide, SPACE.input(), 3);
    float[] parameters = new float[other.supernet().parameters().length()];
    float[] statistics = new float[other.supernet().statistics().length()];
    NetworkWeights weights = NetworkWeights.of(other.supernet(), parameters, statistics);
    OptimalStructure optimum = Diversities.optimum(SPACE, Derivation.EVERY_EDGE);
    assertThatThrownBy(
            () ->
                new DiversitySearch(
                    SPACE,
                    IMAGES,
                    Diversities.settings(1, 1, true),
                    new DiversitySearch.Found(optimum, weights),
                    CONDITIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to inherit for");
  }
}
