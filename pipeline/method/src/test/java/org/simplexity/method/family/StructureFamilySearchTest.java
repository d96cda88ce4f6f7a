package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.Score;
import org.simplexity.method.Stripes;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

class StructureFamilySearchTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final CellSpace SPACE = Stripes.space();
  private static final StructureLayout LAYOUT = SPACE.structure();
  private static final int OPERATIONS = LAYOUT.operations().size();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(5));

  /** Every operation costs the same, so that prices alone tell them apart. */
  private static OperationCosts equal(double cost) {
    double[] table = new double[LAYOUT.length()];
    Arrays.fill(table, cost);
    return new OperationCosts(LAYOUT, table, 0);
  }

  private static StructureFamilySearch search(StructureFamilySettings settings, double cost) {
    return new StructureFamilySearch(SPACE, IMAGES, settings, equal(cost), CONDITIONS);
  }

  private static double[] vertex(int operation) {
    double[] prices = new double[OPERATIONS];
    prices[operation] = 1;
    return prices;
  }

  /** Mean share of an operation over all edges. */
  private static double share(StructureFamily family, double[] prices, int operation) {
    double[] shares = family.shares(prices);
    double sum = 0;
    for (int i = operation; i < shares.length; i += OPERATIONS) {
      sum += shares[i];
    }
    return sum / LAYOUT.groups();
  }

  @ParameterizedTest
  @CsvSource({"VECTOR, ONE", "VECTOR, TWO", "SCALAR, ONE"})
  void goesOnBitForBitFromAState(ComplexityKind complexity, Levels levels) {
    StructureFamilySettings settings = Settings.of(complexity, levels, 3, 0.5);
    try (StructureFamilySearch undisturbed = search(settings, 1);
        StructureFamilySearch stopped = search(settings, 1);
        StructureFamilySearch resumed = search(settings, 7)) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      resumed.epoch(2);
      assertThat(resumed.epoch(3)).isEqualTo(undisturbed.epoch(3));
      assertSame(resumed.state(), undisturbed.state());
    }
  }

  private static void assertSame(MethodState one, MethodState other) {
    Map<String, double[]> expected = other.arrays();
    assertThat(one.arrays().keySet()).isEqualTo(expected.keySet());
    one.arrays()
        .forEach((name, array) -> assertThat(array).as(name).containsExactly(expected.get(name)));
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreadsAndOthersFromAnotherSeed() {
    StructureFamilySettings settings = Settings.of(ComplexityKind.VECTOR, Levels.ONE, 1, 0.5);
    try (StructureFamilySearch two = search(settings, 1);
        StructureFamilySearch one =
            new StructureFamilySearch(
                SPACE, IMAGES, settings, equal(1), new Conditions(1, CONDITIONS.seed()));
        StructureFamilySearch other =
            new StructureFamilySearch(
                SPACE, IMAGES, settings, equal(1), new Conditions(2, new Seed(6)))) {
      StructureFamilyEpoch epoch = two.epoch(1);
      assertThat(one.epoch(1)).isEqualTo(epoch);
      assertSame(one.state(), two.state());
      assertThat(other.epoch(1)).isNotEqualTo(epoch);
    }
  }

  @ParameterizedTest
  @EnumSource(Levels.class)
  void anOperationThatAloneHasAPriceDisappears(Levels levels) {
    StructureFamilySettings settings = Settings.of(ComplexityKind.VECTOR, levels, 20, 1000);
    try (StructureFamilySearch search = search(settings, 1)) {
      for (int epoch = 1; epoch <= 20; epoch++) {
        search.epoch(epoch);
      }
      StructureFamily family = search.family();
      for (int k = 0; k < OPERATIONS; k++) {
        String priced = LAYOUT.operations().get(k);
        assertThat(share(family, vertex(k), k)).as(priced).isLessThan(0.05);
        Genotype genotype = family.genotype(vertex(k), Derivation.EVERY_EDGE);
        assertThat(genotype.normal().count(priced)).isZero();
        assertThat(genotype.reduction().count(priced)).isZero();
      }
    }
  }

  @Test
  void anOperationFadesAsItsPriceRises() {
    StructureFamilySettings settings = Settings.of(ComplexityKind.VECTOR, Levels.ONE, 20, 1000);
    try (StructureFamilySearch search = search(settings, 1)) {
      for (int epoch = 1; epoch <= 20; epoch++) {
        search.epoch(epoch);
      }
      StructureFamily family = search.family();
      for (int k = 0; k < OPERATIONS; k++) {
        double before = 1;
        for (double price = 0; price <= 1; price += 0.125) {
          double[] prices = new double[OPERATIONS];
          Arrays.fill(prices, (1 - price) / (OPERATIONS - 1));
          prices[k] = price;
          double share = share(family, prices, k);
          assertThat(share).as("%s at %s", k, price).isLessThanOrEqualTo(before + 0.01);
          before = share;
        }
      }
    }
  }

  @Test
  void aHighPriceForAllLeavesTheCheapestOperation() {
    double[] table = new double[LAYOUT.length()];
    int skip = LAYOUT.operations().indexOf("skip_connect");
    for (int i = 0; i < table.length; i++) {
      table[i] = i % OPERATIONS == skip ? 0.1 : 1;
    }
    StructureFamilySettings settings = Settings.of(ComplexityKind.SCALAR, Levels.ONE, 10, 1000);
    try (StructureFamilySearch search =
        new StructureFamilySearch(
            SPACE, IMAGES, settings, new OperationCosts(LAYOUT, table, 0), CONDITIONS)) {
      for (int epoch = 1; epoch <= 10; epoch++) {
        search.epoch(epoch);
      }
      Genotype genotype = search.family().genotype(new double[] {1}, Derivation.EVERY_EDGE);
      assertThat(genotype.normal().count("skip_connect")).isEqualTo(SPACE.edges().size());
      assertThat(genotype.reduction().count("skip_connect")).isEqualTo(SPACE.edges().size());
    }
  }

  @Test
  void withoutAWeightCostsChangeNothingButTheirOwnRecord() {
    StructureFamilySettings settings = Settings.of(ComplexityKind.VECTOR, Levels.ONE, 1, 0);
    try (StructureFamilySearch cheap = search(settings, 1);
        StructureFamilySearch dear = search(settings, 1000)) {
      assertThat(dear.epoch(1).train()).isEqualTo(cheap.epoch(1).train());
      assertThat(dear.family().parameters()).containsExactly(cheap.family().parameters());
    }
  }

  @Test
  void learnsToTellStripesApartAndKeepsWhatItLearntInDiscreteStructures() {
    StructureFamilySettings settings = Settings.of(ComplexityKind.VECTOR, Levels.ONE, 15, 0.1);
    try (StructureFamilySearch search = search(settings, 0.1)) {
      double first = search.epoch(1).train().loss();
      StructureFamilyEpoch last = search.epoch(2);
      for (int epoch = 3; epoch <= 15; epoch++) {
        last = search.epoch(epoch);
      }
      assertThat(last.train().loss()).isLessThan(first / 2);
      assertThat(last.temperature()).isCloseTo(0.2, within(1e-12));
      InheritedScores scores = new InheritedScores(SPACE, IMAGES, search.weights(), 15, CONDITIONS);
      List<List<Double>> grid = new SimplexGrid(OPERATIONS, 2).points();
      OperationCosts weights = CostMeasurement.defaults(SPACE).of(CostKind.PARAMETERS);
      FamilyPoint best =
          new HardBudget(1e9, weights, Derivation.STRONGEST_INPUTS)
              .best(search.family(), grid, scores);
      assertThat(best.score().accuracy()).isGreaterThan(0.7);
      assertThat(scores.apply(best.genotype())).isEqualTo(best.score());
    }
  }

  @Test
  void refusesCostsOfAnotherSpace() {
    StructureLayout other = new StructureLayout(SPACE.edges(), List.of("none", "skip_connect"));
    OperationCosts costs = new OperationCosts(other, new double[other.length()], 0);
    assertThatThrownBy(
            () ->
                new StructureFamilySearch(
                    SPACE,
                    IMAGES,
                    Settings.of(ComplexityKind.VECTOR, Levels.ONE, 1, 1),
                    costs,
                    CONDITIONS))
        .hasMessageContaining("none, skip_connect");
  }

  @Test
  void scoresAreNumbersBeforeTheFirstEpoch() {
    try (StructureFamilySearch search =
        search(Settings.of(ComplexityKind.VECTOR, Levels.ONE, 1, 1), 1)) {
      Score score = search.validation(vertex(2));
      assertThat(score.loss()).isFinite();
      assertThat(score.accuracy()).isBetween(0.0, 1.0);
    }
  }
}
