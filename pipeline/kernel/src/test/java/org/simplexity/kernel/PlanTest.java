package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

class PlanTest {
  private final Network supernet = Fixtures.supernet(new Shape(1, 12, 12), 8);

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void anyNumberOfThreadsGivesTheSameBits(Engine engine) {
    PlanSettings settings = PlanSettings.defaults(13).withChunk(3).withEngine(engine);
    try (Plan one = Plan.compile(supernet, settings.withThreads(1));
        Plan three = Plan.compile(supernet, settings.withThreads(3))) {
      Fixtures.fill(one, 1);
      Fixtures.fill(three, 1);
      for (int step = 0; step < 3; step++) {
        assertThat(three.gradients(GradientTarget.BOTH))
            .isEqualTo(one.gradients(GradientTarget.BOTH));
        assertThat(three.parameterGradients().toArray())
            .isEqualTo(one.parameterGradients().toArray());
        assertThat(three.structureGradients().toArray())
            .isEqualTo(one.structureGradients().toArray());
        assertThat(three.statistics().toArray()).isEqualTo(one.statistics().toArray());
      }
    }
  }

  @Test
  void chunksShareTheStatisticsOfTheWholeBatch() {
    PlanSettings settings = PlanSettings.defaults(12).withPrecision(Precision.DOUBLE);
    try (Plan whole = Plan.compile(supernet, settings.withChunk(12));
        Plan chunked = Plan.compile(supernet, settings.withChunk(5))) {
      Fixtures.fill(whole, 1);
      Fixtures.fill(chunked, 1);
      double expected = whole.gradients(GradientTarget.BOTH).loss();
      assertThat(chunked.gradients(GradientTarget.BOTH).loss()).isCloseTo(expected, offset(1e-12));
      assertThat(chunked.statistics().toArray())
          .containsExactly(whole.statistics().toArray(), offset(1e-12));
      assertThat(chunked.parameterGradients().toArray())
          .containsExactly(whole.parameterGradients().toArray(), offset(1e-10));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void runningStatisticsFollowPyTorch(Engine engine) {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 1, 2));
    Value normal = builder.batchNormalisation(builder.input(), BatchNormalisation.defaults());
    Network network = builder.build(builder.dense(normal, 2));
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(2).withEngine(engine))) {
      plan.statistics().copyFrom(network.initialStatistics());
      plan.load(new float[] {1, 2, 3, 6}, new int[] {0, 1}, 2);
      plan.forward(Mode.TRAINING);
      // mean 3, unbiased variance 14/3, momentum 0.1
      assertThat(plan.statistics().toArray())
          .containsExactly(new double[] {0.3, 0.9 + 1.4 / 3}, offset(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void evaluationUsesRunningStatisticsAndIgnoresPadding(Engine engine) {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 1, 2));
    Value normal = builder.batchNormalisation(builder.input(), BatchNormalisation.defaults());
    Network network = builder.build(builder.dense(normal, 2));
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(8).withEngine(engine))) {
      plan.parameters().copyFrom(new double[] {2, 1, 1, 0, 0, 1, 0, 0.5});
      plan.statistics().copyFrom(new double[] {1, 4});
      plan.load(new float[] {3, 5}, new int[] {1}, 1);
      Outcome outcome = plan.forward(Mode.EVALUATION);
      // (x − 1) / 2 · 2 + 1 = (3, 5); W = identity
      assertThat(plan.logits()).containsExactly(new double[] {3, 5.5}, offset(1e-4));
      assertThat(outcome.loss()).isCloseTo(Math.log1p(Math.exp(-2.5)), offset(1e-4));
      assertThat(outcome.correct()).isEqualTo(1);
      assertThat(outcome.examples()).isEqualTo(1);
    }
  }

  @Test
  void aTargetLeavesTheOtherGradientAlone() {
    try (Plan plan = Plan.compile(supernet, PlanSettings.defaults(4))) {
      Fixtures.fill(plan, 2);
      plan.gradients(GradientTarget.BOTH);
      double[] weights = plan.parameterGradients().toArray();
      double[] structure = plan.structureGradients().toArray();
      plan.parameterGradients().fill(5);
      plan.gradients(GradientTarget.STRUCTURE);
      assertThat(plan.structureGradients().toArray()).isEqualTo(structure);
      assertThat(plan.parameterGradients().toArray()).containsOnly(5);
      plan.structureGradients().fill(5);
      plan.gradients(GradientTarget.WEIGHTS);
      assertThat(plan.parameterGradients().toArray()).isEqualTo(weights);
      assertThat(plan.structureGradients().toArray()).containsOnly(5);
    }
  }

  @Test
  void followingTheGradientSeparatesTwoClasses() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 6, 6));
    Value x = builder.convolution(builder.input(), Convolution.of(8, Window.centred(3)));
    x = builder.relu(builder.batchNormalisation(x, BatchNormalisation.defaults()));
    Network network = builder.build(builder.dense(builder.globalAveragePooling(x), 2));
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(32))) {
      plan.parameters().copyFrom(network.initialParameters(new Random(1)));
      plan.statistics().copyFrom(network.initialStatistics());
      plan.load(stripes(32), alternating(32), 32);
      double before = plan.forward(Mode.TRAINING).loss();
      for (int step = 0; step < 60; step++) {
        plan.gradients(GradientTarget.WEIGHTS);
        for (int i = 0; i < plan.parameters().length(); i++) {
          plan.parameters()
              .set(i, plan.parameters().get(i) - 0.5 * plan.parameterGradients().get(i));
        }
      }
      Outcome after = plan.forward(Mode.TRAINING);
      assertThat(after.loss()).isLessThan(0.1 * before);
      assertThat(after.accuracy()).isEqualTo(1);
    }
  }

  /** Horizontal stripes for class 0, vertical ones for class 1, with noise. */
  private static float[] stripes(int count) {
    Random random = new Random(3);
    float[] images = new float[count * 36];
    for (int i = 0; i < images.length; i++) {
      int line = i / 36 % 2 == 0 ? i % 36 / 6 : i % 6;
      images[i] = line % 2 + 0.2f * (float) random.nextGaussian();
    }
    return images;
  }

  private static int[] alternating(int count) {
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> i % 2);
    return labels;
  }

  @Test
  void aDivergedLossIsVisible() {
    try (Plan plan = Plan.compile(supernet, PlanSettings.defaults(4))) {
      Fixtures.fill(plan, 2);
      plan.parameters().set(plan.parameters().length() - 1, Double.NaN);
      assertThat(plan.gradients(GradientTarget.WEIGHTS).isFinite()).isFalse();
    }
  }

  @Test
  void wrongBatchesAreRefused() {
    try (Plan plan = Plan.compile(supernet, PlanSettings.defaults(4))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> plan.forward(Mode.EVALUATION))
          .withMessage("no batch is loaded");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.load(new float[4 * 144], new int[] {0, 1, 2, 3}, 4))
          .withMessage("label 3 of example 3 must lie in 0..2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.load(new float[10], new int[4], 4))
          .withMessageContaining("need 576 pixels");
      plan.load(new float[144], new int[1], 1);
      assertThatIllegalStateException()
          .isThrownBy(() -> plan.gradients(GradientTarget.BOTH))
          .withMessageContaining("whole batch of 4");
    }
  }
}
