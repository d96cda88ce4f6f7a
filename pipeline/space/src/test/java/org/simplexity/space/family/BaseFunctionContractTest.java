package org.simplexity.space.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every base function keeps. */
class BaseFunctionContractTest {
  private static final int INPUTS = 4;
  private final Random random = new Random(2);
  private final double[] input = random.doubles(INPUTS, -1, 1).toArray();

  static Stream<BaseFunction> functions() {
    Stream<BaseFunction> linear =
        Arrays.stream(Activation.values()).map(s -> GeneralisedLinear.ofAll(3, s));
    Stream<BaseFunction> others =
        Stream.of(
            new GeneralisedLinear(List.of(3, 1), 2, Activation.TANH),
            new Constant(2),
            new Identity());
    return Stream.concat(linear, others);
  }

  private double[] weights(BaseFunction function) {
    return random.doubles(function.weights(INPUTS), -1, 1).toArray();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void givesAValueOfTheLengthThatItSays(BaseFunction function) {
    assertThat(function.value(weights(function), input)).hasSize(function.outputs(INPUTS));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void pullbacksAreCentralDifferences(BaseFunction function) {
    double[] weights = weights(function);
    double[] gradient = random.doubles(function.outputs(INPUTS), -1, 1).toArray();
    BaseFunction.Pulled pulled = function.pullback(weights, input, gradient);
    assertThat(pulled.input())
        .containsExactly(
            Differences.of(x -> Differences.dot(function.value(weights, x), gradient), input),
            within(1e-9));
    assertThat(pulled.weights())
        .containsExactly(
            Differences.of(w -> Differences.dot(function.value(w, input), gradient), weights),
            within(1e-9));
  }

  @Test
  void aChoiceOfFeaturesReadsThoseInItsOrder() {
    GeneralisedLinear function = new GeneralisedLinear(List.of(3, 1), 2, Activation.IDENTITY);
    assertThat(function.value(new double[] {1, 10, 2, 20}, new double[] {0, 5, 0, 7}))
        .containsExactly(57, 114);
  }

  @Test
  void activationsHaveTheirKnownValues() {
    assertThat(Activation.RELU.value(-2)).isZero();
    assertThat(Activation.RELU.value(2)).isEqualTo(2);
    assertThat(Activation.SIGMOID.value(Math.log(3))).isCloseTo(0.75, within(1e-15));
    assertThat(Activation.TANH.value(Math.log(3) / 2)).isCloseTo(0.5, within(1e-15));
    assertThat(Activation.IDENTITY.value(-2)).isEqualTo(-2);
  }

  @Test
  void aFeatureBeyondTheInputIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeneralisedLinear(List.of(4), 1, Activation.RELU).weights(INPUTS))
        .withMessage("feature 4 must be below 4, the length of the input");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(0))
        .withMessage("outputs 0 must be at least 1");
  }
}
