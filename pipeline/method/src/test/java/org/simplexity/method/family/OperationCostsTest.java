package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Shape;
import org.simplexity.method.PassTiming;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.CellType;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;
import org.simplexity.space.NetworkSize;
import org.simplexity.space.Regularisation;
import org.simplexity.space.StructureLayout;

class OperationCostsTest {
  /** Five cells, so that cells of one type differ in size; odd images, so that halves are not. */
  private static final CellSpace SPACE =
      new CellSpace(new CellSpaceSettings(5, 3, 6, List.of("darts"), 3, 1), new Shape(2, 11, 9), 4);

  private static final PassTiming QUICK = new PassTiming(20, 11, 5);

  private static CostMeasurement quick(CellSpace space, Form form) {
    return new CostMeasurement(space, form, QUICK, Optional.empty());
  }

  private static double[] random(int length, long seed) {
    return new Seed(seed).generator().doubles(length, -2, 2).toArray();
  }

  @ParameterizedTest
  @EnumSource(Derivation.class)
  void weightsAndMultiplyAddsAreThoseOfTheNetwork(Derivation derivation) {
    StructureLayout layout = SPACE.structure();
    for (Form form : List.of(Form.INHERITED, Form.EVALUATION)) {
      CostMeasurement measurement = quick(SPACE, form);
      OperationCosts parameters = measurement.of(CostKind.PARAMETERS);
      OperationCosts multiplyAdds = measurement.of(CostKind.MULTIPLY_ADDS);
      for (int seed = 0; seed < 4; seed++) {
        Genotype genotype = derivation.apply(layout, random(layout.length(), seed));
        NetworkSize size = NetworkSize.of(SPACE.blueprint(genotype, form, Regularisation.none()));
        assertThat(parameters.of(genotype)).isEqualTo((double) size.parameters());
        assertThat(multiplyAdds.of(genotype)).isEqualTo((double) size.multiplyAdds());
      }
    }
  }

  @Test
  void anOperationCostsWhatItsFormulaSays() {
    CellSpace small =
        new CellSpace(
            new CellSpaceSettings(1, 1, 4, List.of("skip_connect", "sep_conv_3x3"), 1, 1),
            new Shape(1, 6, 5),
            2);
    CostMeasurement measurement = quick(small, Form.EVALUATION);
    // Twice: 3 × 3 weights of each of 4 channels, 4 × 4 between channels, 4 scales and 4 shifts.
    assertThat(measurement.of(CostKind.PARAMETERS).table())
        .startsWith(0, 2 * (9 * 4 + 4 * 4 + 8), 0, 2 * (9 * 4 + 4 * 4 + 8));
    assertThat(measurement.of(CostKind.MULTIPLY_ADDS).table())
        .startsWith(0, 2 * (9 * 4 + 4 * 4) * 30, 0);
    // Twice ReLU, depthwise, pointwise, normalisation; four bytes a number.
    assertThat(measurement.of(CostKind.ACTIVATIONS).table()).startsWith(0, 8 * 4 * 30 * 4, 0);
  }

  @Test
  void activationsAreABoundOfTheNetworksOwn() {
    OperationCosts costs = CostMeasurement.defaults(SPACE).of(CostKind.ACTIVATIONS);
    StructureLayout layout = SPACE.structure();
    for (int seed = 0; seed < 4; seed++) {
      Genotype genotype = Derivation.EVERY_EDGE.apply(layout, random(layout.length(), seed));
      double own = CostKind.ACTIVATIONS.of(SPACE.discrete(genotype, Form.INHERITED));
      assertThat(costs.of(genotype)).isBetween(own, 1.5 * own);
    }
  }

  @Test
  void latenciesAreMeasuredAndNotNegative() {
    OperationCosts costs = quick(SPACE, Form.INHERITED).of(CostKind.LATENCY);
    int none = SPACE.settings().operations().indexOf("none");
    int wide = SPACE.settings().operations().indexOf("sep_conv_5x5");
    int start = SPACE.structure().offset(CellType.NORMAL, 0);
    assertThat(Arrays.stream(costs.table())).allMatch(cost -> cost >= 0);
    assertThat(costs.table()[start + wide]).isGreaterThan(costs.table()[start + none]);
    assertThat(costs.frame()).isPositive();
  }

  @Test
  void theExpectedCostAtAVertexIsThePricedCostOfItsStructure() {
    StructureLayout layout = SPACE.structure();
    OperationCosts costs = CostMeasurement.defaults(SPACE).of(CostKind.MULTIPLY_ADDS);
    double[] logits = random(layout.length(), 1);
    for (int i = 0; i < logits.length; i++) {
      logits[i] *= 1e4;
    }
    double[] even = new VectorComplexity(8).middle();
    double counted = costs.of(Derivation.EVERY_EDGE.apply(layout, logits)) - costs.frame();
    assertThat(8 * costs.expected(even, logits)).isCloseTo(counted, within(1e-6 * counted));
  }

  @Test
  void theGradientOfTheExpectedCostIsThatOfDifferences() {
    StructureLayout layout = SPACE.structure();
    double[] table = new Seed(5).generator().doubles(layout.length(), 0, 3).toArray();
    OperationCosts costs = new OperationCosts(layout, table, 1);
    double[] prices = new UniformSimplex(8).draw(new Seed(6).generator());
    double[] logits = random(layout.length(), 7);
    double[] gradient = costs.gradient(prices, logits);
    for (int i = 0; i < logits.length; i++) {
      double[] above = logits.clone();
      double[] below = logits.clone();
      above[i] += 1e-5;
      below[i] -= 1e-5;
      double difference = costs.expected(prices, above) - costs.expected(prices, below);
      assertThat(gradient[i]).isCloseTo(difference / 2e-5, within(1e-9));
    }
  }

  @Test
  void raisingAPriceNeverRaisesTheShareOfItsOperationWhereOnlyCostCounts() {
    StructureLayout layout =
        new StructureLayout(SPACE.edges().subList(0, 2), List.of("a", "b", "c"));
    double[] table = new Seed(8).generator().doubles(layout.length(), 0.5, 2).toArray();
    OperationCosts costs = new OperationCosts(layout, table, 0);
    RandomGenerator random = new Seed(9).generator();
    for (int trial = 0; trial < 20; trial++) {
      double[] prices = new UniformSimplex(3).draw(random);
      for (int k = 0; k < 3; k++) {
        double[] raised = prices.clone();
        for (int i = 0; i < 3; i++) {
          raised[i] *= 0.8;
        }
        raised[k] += 0.2;
        double[] before = cheapest(costs, prices);
        double[] after = cheapest(costs, raised);
        for (int i = k; i < before.length; i += 3) {
          assertThat(after[i]).isLessThanOrEqualTo(before[i] + 0.02);
        }
      }
    }
  }

  /** Shares after a long descent of the expected cost. */
  private static double[] cheapest(OperationCosts costs, double[] prices) {
    double[] logits = new double[costs.table().length];
    for (int step = 0; step < 4000; step++) {
      double[] gradient = costs.gradient(prices, logits);
      for (int i = 0; i < logits.length; i++) {
        logits[i] -= 5 * gradient[i];
      }
    }
    return new EdgeShares(costs.layout().operations().size()).of(logits);
  }

  @Test
  void aMixGivesTheDearestStructureOfOneKindTheCostOne() {
    CostMix mix = new CostMix(1, 3, 0, 0, 0);
    Map<CostKind, OperationCosts> costs = CostMeasurement.defaults(SPACE).of(mix.kinds());
    OperationCosts mixed = mix.of(costs);
    assertThat(costs).containsOnlyKeys(CostKind.PARAMETERS, CostKind.MULTIPLY_ADDS);
    assertThat(new CostMix(2, 0, 0, 0, 0).of(costs).greatest()).isCloseTo(1, within(1e-12));
    double[] weights = costs.get(CostKind.PARAMETERS).table();
    double[] adds = costs.get(CostKind.MULTIPLY_ADDS).table();
    for (int i = 0; i < weights.length; i++) {
      double expected =
          0.25 * weights[i] / costs.get(CostKind.PARAMETERS).greatest()
              + 0.75 * adds[i] / costs.get(CostKind.MULTIPLY_ADDS).greatest();
      assertThat(mixed.table()[i]).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void refusesAMixOfNothingAndCostsThatNothingHas() {
    assertThatThrownBy(() -> new CostMix(0, 0, 0, 0, 0))
        .hasMessageContaining("nothing costs anything");
    StructureLayout layout = SPACE.structure();
    OperationCosts free = new OperationCosts(layout, new double[layout.length()], 3);
    assertThatThrownBy(() -> CostMix.defaults().of(Map.of(CostKind.LATENCY, free)))
        .hasMessage("no operation costs any ms: the weight of latency must be 0");
    assertThatThrownBy(() -> CostMix.defaults().of(Map.of()))
        .hasMessage("there are no costs of kind latency; there are []");
    assertThatThrownBy(() -> new OperationCosts(layout, new double[3], 0))
        .hasMessage("costs of length 3 must have length %d", layout.length());
  }
}
