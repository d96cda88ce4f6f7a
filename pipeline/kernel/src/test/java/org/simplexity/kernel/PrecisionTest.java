package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PrecisionTest {

  private static final List<Engine> ENGINES = List.of(Engine.ONEDNN, Engine.ND4J);
  private static final List<Shape> IMAGES =
      List.of(new Shape(2, 5, 6), new Shape(1, 8, 8), new Shape(3, 7, 7), new Shape(2, 3, 2));

  @TestFactory
  Stream<DynamicTest> everyFastKernelAgreesWithItsReference() {
    return Fixtures.operations().entrySet().stream()
        .flatMap(
            entry ->
                IMAGES.stream().flatMap(images -> tests(entry.getKey(), entry.getValue(), images)));
  }

  private static Stream<DynamicTest> tests(
      String name, BiFunction<NetworkBuilder, Value, Value> operation, Shape images) {
    return ENGINES.stream()
        .map(
            engine ->
                DynamicTest.dynamicTest(
                    name + " on " + images + " by " + engine,
                    () -> compare(Fixtures.around(operation, images), engine)));
  }

  @ParameterizedTest
  @FieldSource("ENGINES")
  void aFastSupernetAgreesWithItsReference(Engine engine) {
    compare(Fixtures.supernet(new Shape(1, 8, 8), 8), engine);
    compare(Fixtures.supernet(new Shape(3, 9, 9), 16), engine);
  }

  @ParameterizedTest
  @FieldSource("ENGINES")
  void aFastNetworkWithAnAuxiliaryHeadAgreesWithItsReference(Engine engine) {
    compare(Fixtures.auxiliary(new Shape(2, 7, 8)), engine);
  }

  private static void compare(Network network, Engine engine) {
    PlanSettings settings = PlanSettings.defaults(7).withThreads(2).withChunk(2);
    try (Plan fast = Plan.compile(network, settings.withEngine(engine));
        Plan reference =
            Plan.compile(network, settings.withPrecision(Precision.DOUBLE).withChunk(0))) {
      Fixtures.fill(fast, 3);
      Fixtures.fill(reference, 3);
      for (int step = 0; step < 2; step++) {
        Outcome outcome = fast.gradients(GradientTarget.BOTH);
        Outcome expected = reference.gradients(GradientTarget.BOTH);
        assertThat(outcome.loss()).isCloseTo(expected.loss(), offset(1e-4));
      }
      assertClose(fast.parameterGradients(), reference.parameterGradients(), "∂w");
      assertClose(fast.structureGradients(), reference.structureGradients(), "∂γ");
      assertClose(fast.statistics(), reference.statistics(), "statistics");
      fast.forward(Mode.EVALUATION);
      reference.forward(Mode.EVALUATION);
      assertThat(fast.logits()).containsExactly(reference.logits(), offset(1e-3));
    }
  }

  private static void assertClose(FlatVector actual, FlatVector expected, String name) {
    double scale = expected.length() == 0 ? 0 : expected.norm() / Math.sqrt(expected.length());
    for (int i = 0; i < expected.length(); i++) {
      assertThat(actual.get(i))
          .as("%s[%d]", name, i)
          .isCloseTo(expected.get(i), offset(1e-7 + 2e-4 * (scale + Math.abs(expected.get(i)))));
    }
  }
}
