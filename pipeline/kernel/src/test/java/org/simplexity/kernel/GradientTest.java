package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GradientTest {
  private static final double STEP = 1e-5;

  private static final List<Engine> ENGINES = List.of(Engine.REFERENCE, Engine.ND4J);

  @TestFactory
  Stream<DynamicTest> everyOperationsGradientIsTheCentralDifference() {
    return ENGINES.stream()
        .flatMap(
            engine ->
                Fixtures.operations().entrySet().stream()
                    .map(
                        entry ->
                            DynamicTest.dynamicTest(
                                entry.getKey() + " by " + engine,
                                () ->
                                    check(
                                        Fixtures.around(entry.getValue(), new Shape(2, 5, 6)),
                                        engine,
                                        1))));
  }

  @ParameterizedTest
  @FieldSource("ENGINES")
  void theGradientOfAWholeSupernetIsTheCentralDifference(Engine engine) {
    check(Fixtures.supernet(new Shape(1, 6, 6), 2), engine, engine == Engine.ND4J ? 7 : 1);
  }

  @ParameterizedTest
  @FieldSource("ENGINES")
  void theGradientOfBothHeadsIsTheCentralDifference(Engine engine) {
    check(Fixtures.auxiliary(new Shape(2, 5, 6)), engine, 1);
  }

  /** Checks every {@code stride}-th coordinate. */
  private static void check(Network network, Engine engine, int stride) {
    PlanSettings settings =
        PlanSettings.defaults(3)
            .withPrecision(Precision.DOUBLE)
            .withChunk(2)
            .withThreads(1)
            .withEngine(engine);
    try (Plan plan = Plan.compile(network, settings)) {
      Fixtures.fill(plan, 7);
      plan.gradients(GradientTarget.BOTH);
      double[] weights = plan.parameterGradients().toArray();
      double[] structure = plan.structureGradients().toArray();
      assertThat(plan.parameterGradients().norm()).isGreaterThan(1e-3);
      compare(plan, plan.parameters(), weights, stride, "w");
      compare(plan, plan.structure(), structure, 1, "γ");
    }
  }

  private static void compare(
      Plan plan, FlatVector point, double[] gradient, int stride, String name) {
    for (int i = 0; i < point.length(); i += stride) {
      double at = point.get(i);
      point.set(i, at + STEP);
      double above = plan.forward(Mode.TRAINING).loss();
      point.set(i, at - STEP);
      double below = plan.forward(Mode.TRAINING).loss();
      point.set(i, at);
      double difference = (above - below) / (2 * STEP);
      assertThat(gradient[i])
          .as("%s[%d]", name, i)
          .isCloseTo(difference, offset(1e-8 + 1e-6 * Math.abs(difference)));
    }
  }
}
