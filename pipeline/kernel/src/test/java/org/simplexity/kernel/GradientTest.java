package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GradientTest {
  private static final double STEP = 1e-5;

  @TestFactory
  Stream<DynamicTest> everyOperationsGradientIsTheCentralDifference() {
    return Fixtures.operations().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> check(Fixtures.around(entry.getValue(), new Shape(2, 5, 6)))));
  }

  @Test
  void theGradientOfAWholeSupernetIsTheCentralDifference() {
    check(Fixtures.supernet(new Shape(1, 6, 6), 2));
  }

  private static void check(Network network) {
    PlanSettings settings = PlanSettings.defaults(3).withPrecision(Precision.DOUBLE).withChunk(2);
    try (Plan plan = Plan.compile(network, settings)) {
      Fixtures.fill(plan, 7);
      plan.gradients(GradientTarget.BOTH);
      double[] weights = plan.parameterGradients().toArray();
      double[] structure = plan.structureGradients().toArray();
      assertThat(plan.parameterGradients().norm()).isGreaterThan(1e-3);
      compare(plan, plan.parameters(), weights, "w");
      compare(plan, plan.structure(), structure, "γ");
    }
  }

  private static void compare(Plan plan, FlatVector point, double[] gradient, String name) {
    for (int i = 0; i < point.length(); i++) {
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
