package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.graph.Operation;

class AuxiliaryHeadTest {
  /** Logits (a x, 0) and auxiliary logits (b x, 0), x one pixel, a and b weights. */
  private static Network two(double weight) {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 1, 1));
    Value main = b.within("main", () -> b.dense(b.input(), 2));
    Value auxiliary = b.within("auxiliary", () -> b.dense(b.input(), 2));
    return b.build(main, auxiliary, weight);
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J", "REFERENCE"})
  void countsInTheLossOfTrainingOnly(Engine engine) {
    Precision precision = engine == Engine.REFERENCE ? Precision.DOUBLE : Precision.FLOAT;
    PlanSettings settings = PlanSettings.defaults(1).withEngine(engine).withPrecision(precision);
    try (Plan plan = Plan.compile(two(0.4), settings)) {
      plan.parameters().copyFrom(new double[] {2, 0, 0, 0, -3, 0, 0, 0});
      plan.load(new float[] {1}, new int[] {0}, 1);
      double main = Math.log1p(Math.exp(-2));
      double auxiliary = Math.log1p(Math.exp(3));
      assertThat(plan.forward(Mode.EVALUATION).loss()).isCloseTo(main, offset(1e-6));
      Outcome outcome = plan.gradients(GradientTarget.WEIGHTS);
      assertThat(outcome.loss()).isCloseTo(main + 0.4 * auxiliary, offset(1e-6));
      assertThat(outcome.correct()).isEqualTo(1);
      assertThat(plan.logits()).containsExactly(2, 0);
      // ∂CE/∂z₀ = softmax(z)₀ − 1, x = 1.
      assertThat(plan.parameterGradients().get(0))
          .isCloseTo(1 / (1 + Math.exp(-2)) - 1, offset(1e-6));
      assertThat(plan.parameterGradients().get(4))
          .isCloseTo(0.4 * (1 / (1 + Math.exp(3)) - 1), offset(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void itsNormalisationRestsInEvaluation(Engine engine) {
    Network network = Fixtures.auxiliary(new Shape(2, 5, 6));
    PlanSettings settings = PlanSettings.defaults(4).withEngine(engine);
    try (Plan plan = Plan.compile(network, settings)) {
      Fixtures.fill(plan, 1);
      double before = plan.forward(Mode.EVALUATION).loss();
      Slice shift = network.parameters().slice("auxiliary.batch_normalisation_1.shift");
      plan.parameters().set(shift.offset(), Double.NaN);
      assertThat(plan.forward(Mode.EVALUATION).loss()).isEqualTo(before);
      assertThat(plan.forward(Mode.TRAINING).loss()).isNaN();
    }
  }

  @Test
  void isCountedApart() {
    Network network = Fixtures.auxiliary(new Shape(2, 5, 6));
    // Convolution 2x2 of 4 channels to 5, scale and shift, dense from 5x4x5 to 3.
    int auxiliary = 4 * 5 * 4 + 2 * 5 + 3 * 100 + 3;
    // Convolution 3x3 of 2 channels to 4, 1x1 to 3, scale and shift, dense from 3 to 3.
    int main = 9 * 2 * 4 + 4 * 3 + 2 * 3 + 3 * 3 + 3;
    assertThat(network.auxiliaryParameterCount()).isEqualTo(auxiliary);
    assertThat(network.parameterCount()).isEqualTo(main);
    assertThat(network.parameters().length()).isEqualTo(main + auxiliary);
    assertThat(network.multiplyAdds()).isEqualTo(30 * (9 * 2 * 4 + 4 * 3) + 9);
  }

  @Test
  void isLeftOutForEvaluationWithTheDropPaths() {
    Network network = Fixtures.auxiliary(new Shape(2, 5, 6));
    Network evaluated = network.forEvaluation();
    assertThat(evaluated.auxiliaryLogits()).isEmpty();
    assertThat(evaluated.values())
        .noneMatch(value -> value.operation() instanceof Operation.DropPath)
        .hasSize(7);
    assertThat(evaluated.parameters()).isEqualTo(network.parameters());
    PlanSettings settings = PlanSettings.defaults(4);
    try (Plan plan = Plan.compile(network, settings);
        Plan other = Plan.compile(evaluated, settings)) {
      Fixtures.fill(plan, 1);
      Fixtures.fill(other, 1);
      assertThat(other.forward(Mode.EVALUATION)).isEqualTo(plan.forward(Mode.EVALUATION));
      assertThat(other.logits()).isEqualTo(plan.logits());
    }
  }

  @Test
  void otherClassesAndOtherWeightsAreRefused() {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 1, 1));
    Value logits = b.dense(b.input(), 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> b.build(logits, b.dense(b.input(), 2), 0.4))
        .withMessage("auxiliary logits of shape 2x1x1 must have the shape 3x1x1 of the logits");
    for (double weight : Arrays.asList(0.0, -1.0, Double.NaN)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> b.build(logits, logits, weight))
          .withMessage("auxiliary weight " + weight + " must be positive");
    }
  }
}
