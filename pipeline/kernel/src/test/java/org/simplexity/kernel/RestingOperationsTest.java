package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

/** Operations with γ = 0 are not run, and nothing else changes. */
class RestingOperationsTest {
  private static PlanSettings settings(Engine engine) {
    Precision precision = engine == Engine.REFERENCE ? Precision.DOUBLE : Precision.FLOAT;
    return PlanSettings.defaults(6).withEngine(engine).withPrecision(precision).withChunk(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void whatWeighsNothingIsNotComputed(Engine engine) {
    Network network = choiceOfTwo();
    Slice idle = network.parameters().slice("idle.convolution_1.weight");
    try (Plan plan = Plan.compile(network, settings(engine))) {
      Fixtures.fill(plan, 4);
      plan.structure().copyFrom(new double[] {0, 1});
      for (int i = 0; i < idle.length(); i++) {
        plan.parameters().set(idle.offset() + i, Double.NaN);
      }
      double before = plan.statistics().get(0);
      // not a number anywhere would spread to the loss
      assertThat(plan.gradients(GradientTarget.WEIGHTS).loss()).isFinite();
      double[] gradient = plan.parameterGradients().toArray();
      assertThat(Arrays.copyOfRange(gradient, idle.offset(), idle.offset() + idle.length()))
          .containsOnly(0);
      assertThat(gradient).doesNotContain(Double.NaN);
      assertThat(plan.statistics().get(0)).isEqualTo(before);
      assertThat(plan.forward(Mode.EVALUATION).loss()).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void theGradientOfStructureStillNeedsThem(Engine engine) {
    Network network = choiceOfTwo();
    try (Plan plan = Plan.compile(network, settings(engine))) {
      Fixtures.fill(plan, 4);
      plan.structure().copyFrom(new double[] {0, 1});
      plan.gradients(GradientTarget.STRUCTURE);
      double derivative = plan.structureGradients().get(0);
      double step = engine == Engine.REFERENCE ? 1e-6 : 1e-2;
      plan.structure().set(0, step);
      double above = plan.forward(Mode.TRAINING).loss();
      plan.structure().set(0, -step);
      double below = plan.forward(Mode.TRAINING).loss();
      assertThat(derivative).isNotZero();
      assertThat(derivative).isCloseTo((above - below) / (2 * step), offset(2e-3));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void gradientsAreThoseOfAStepThatRunsThemAll(Engine engine) {
    Network supernet = Fixtures.supernet(new Shape(1, 8, 8), 4);
    try (Plan plan = Plan.compile(supernet, settings(engine))) {
      Fixtures.fill(plan, 9);
      double[] vertices = new double[supernet.structure().length()];
      int edge = 0;
      for (Slice slice : supernet.structure().slices()) {
        vertices[slice.offset() + edge++ % slice.length()] = 1;
      }
      plan.structure().copyFrom(vertices);
      double loss = plan.gradients(GradientTarget.BOTH).loss();
      double[] all = plan.parameterGradients().toArray();
      assertThat(plan.gradients(GradientTarget.WEIGHTS).loss()).isCloseTo(loss, offset(1e-6));
      assertThat(plan.parameterGradients().toArray()).containsExactly(all, offset(1e-6));
    }
  }

  private static Network choiceOfTwo() {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 6, 6));
    Value stem = b.convolution(b.input(), Convolution.of(3, Window.centred(3)));
    Value idle = b.within("idle", () -> branch(b, stem));
    Value busy = b.within("busy", () -> branch(b, stem));
    Value mixed = b.mixture(List.of(idle, busy), b.structure("gamma", 2));
    return b.build(b.dense(mixed, 3));
  }

  private static Value branch(NetworkBuilder b, Value x) {
    Value filtered = b.convolution(b.relu(x), Convolution.of(3, Window.centred(3)));
    return b.batchNormalisation(filtered, BatchNormalisation.defaults().withoutAffine());
  }
}
