package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

/** Networks without a loss: outputs, and the gradient of anything that is computed of them. */
class PullbackTest {
  private static final double STEP = 1e-5;
  private static final int BATCH = 5;
  private static final Shape IMAGES = new Shape(2, 5, 6);

  private static PlanSettings settings(Engine engine) {
    Precision precision = engine == Engine.ONEDNN ? Precision.FLOAT : Precision.DOUBLE;
    return PlanSettings.defaults(BATCH)
        .withEngine(engine)
        .withPrecision(precision)
        .withChunk(2)
        .withInputGradients(true);
  }

  /** A stem, a normalisation and a mixture in front of a dense layer of 4 outputs. */
  private static NetworkBuilder described() {
    return new NetworkBuilder(IMAGES);
  }

  private static Value last(NetworkBuilder b) {
    Value stem = b.convolution(b.input(), Convolution.of(3, Window.centred(3)).withBias());
    Value normal = b.batchNormalisation(stem, BatchNormalisation.defaults());
    return b.dense(b.mixture(List.of(b.relu(normal), stem), b.structure("gamma", 2)), 4);
  }

  private static Network map() {
    NetworkBuilder b = described();
    return b.buildMap(last(b));
  }

  private static double[] fill(Plan plan, int count) {
    Random random = new Random(5);
    plan.parameters().copyFrom(plan.network().initialParameters(random));
    plan.structure().copyFrom(random.doubles(plan.structure().length(), 0.2, 1).toArray());
    int statistics = plan.statistics().length();
    plan.statistics().copyFrom(random.doubles(statistics, 0.3, 1.5).toArray());
    double[] images = random.doubles((long) BATCH * IMAGES.size(), -1, 1).toArray();
    if (plan.network().hasLoss()) {
      plan.load(images, labels(), count);
    } else {
      plan.load(images, count);
    }
    return images;
  }

  private static int[] labels() {
    return new int[] {3, 0, 1, 2, 1};
  }

  /** ∂/∂z of the mean cross-entropy of softmax(z). */
  private static double[] crossEntropyGradient(double[] z, int count) {
    double[] gradient = new double[z.length];
    for (int n = 0; n < count; n++) {
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        sum += Math.exp(z[4 * n + k]);
      }
      for (int k = 0; k < 4; k++) {
        double onehot = labels()[n] == k ? 1 : 0;
        gradient[4 * n + k] = (Math.exp(z[4 * n + k]) / sum - onehot) / count;
      }
    }
    return gradient;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void withTheLossOutsideGradientsAreThoseWithTheLossInside(Engine engine) {
    NetworkBuilder b = described();
    Network classifier = b.build(last(b));
    double tolerance = engine == Engine.ONEDNN ? 1e-5 : 1e-12;
    try (Plan inside = Plan.compile(classifier, settings(engine));
        Plan outside = Plan.compile(map(), settings(engine))) {
      fill(inside, BATCH);
      fill(outside, BATCH);
      inside.gradients(GradientTarget.BOTH);
      double[] z = outside.outputs(Mode.TRAINING);
      assertThat(z).isEqualTo(inside.logits());
      outside.pullback(crossEntropyGradient(z, BATCH));
      assertThat(outside.parameterGradients().toArray())
          .containsExactly(inside.parameterGradients().toArray(), offset(tolerance));
      assertThat(outside.structureGradients().toArray())
          .containsExactly(inside.structureGradients().toArray(), offset(tolerance));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void ofAPartOfABatchTheGradientOfImagesIsThatWithTheLossInside(Engine engine) {
    NetworkBuilder b = described();
    Network classifier = b.build(last(b));
    double tolerance = engine == Engine.ONEDNN ? 1e-5 : 1e-12;
    try (Plan inside = Plan.compile(classifier, settings(engine));
        Plan outside = Plan.compile(map(), settings(engine))) {
      fill(inside, 3);
      fill(outside, 3);
      inside.inputGradients();
      outside.pullback(crossEntropyGradient(outside.outputs(Mode.EVALUATION), 3));
      assertThat(outside.gradientOfImages())
          .hasSize(3 * IMAGES.size())
          .containsExactly(inside.gradientOfImages(), offset(tolerance));
    }
  }

  @TestFactory
  Stream<DynamicTest> isTheCentralDifferenceOfAWeightedSumOfOutputs() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Engine engine : List.of(Engine.REFERENCE, Engine.ND4J)) {
      for (Mode mode : Mode.values()) {
        tests.add(
            DynamicTest.dynamicTest(
                mode + " by " + engine, () -> check(mode, settings(engine).withThreads(1))));
      }
    }
    return tests.stream();
  }

  private static void check(Mode mode, PlanSettings settings) {
    double[] weights = new Random(8).doubles(4L * BATCH, -1, 1).toArray();
    try (Plan plan = Plan.compile(map(), settings)) {
      double[] images = fill(plan, BATCH);
      double[] statistics = plan.statistics().toArray();
      Supplier<Double> sum =
          () -> {
            plan.statistics().copyFrom(statistics);
            double[] z = plan.outputs(mode);
            double total = 0;
            for (int i = 0; i < z.length; i++) {
              total += weights[i] * z[i];
            }
            return total;
          };
      assertThat(sum.get()).isFinite();
      plan.pullback(weights);
      double[] ofImages = plan.gradientOfImages();
      if (mode == Mode.TRAINING) {
        compare(plan.parameters(), plan.parameterGradients().toArray(), sum);
        compare(plan.structure(), plan.structureGradients().toArray(), sum);
      } else {
        assertThat(plan.parameterGradients().toArray()).containsOnly(0);
      }
      assertThat(Arrays.stream(ofImages).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);
      for (int i = 0; i < images.length; i++) {
        double at = images[i];
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
          images[i] = at + (2 * side - 1) * STEP;
          plan.load(images, BATCH);
          ends[side] = sum.get();
        }
        images[i] = at;
        assertThat(ofImages[i]).isCloseTo((ends[1] - ends[0]) / (2 * STEP), offset(1e-6));
      }
    }
  }

  private static void compare(FlatVector point, double[] gradient, Supplier<Double> sum) {
    for (int i = 0; i < point.length(); i++) {
      double at = point.get(i);
      point.set(i, at + STEP);
      double above = sum.get();
      point.set(i, at - STEP);
      double below = sum.get();
      point.set(i, at);
      assertThat(gradient[i]).isCloseTo((above - below) / (2 * STEP), offset(1e-6));
    }
  }

  @Test
  void lossesLabelsAndGradientsOfAnotherLengthAreRefused() {
    try (Plan plan = Plan.compile(map(), settings(Engine.REFERENCE))) {
      fill(plan, BATCH);
      assertThatIllegalStateException()
          .isThrownBy(() -> plan.load(new double[BATCH * IMAGES.size()], labels(), BATCH))
          .withMessageContaining("the network has no loss and no labels");
      assertThatIllegalStateException()
          .isThrownBy(() -> plan.forward(Mode.EVALUATION).loss())
          .withMessageContaining("the network has no loss and no labels");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.pullback(new double[7]))
          .withMessageContaining("length 7 was given, 5 examples with 4 outputs need 20");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.load(new double[3], 1))
          .withMessageContaining("1 examples of");
    }
  }

  @Test
  void aNetworkWithALossHasNoOpenEnd() {
    NetworkBuilder b = described();
    try (Plan plan = Plan.compile(b.build(last(b)), settings(Engine.REFERENCE))) {
      fill(plan, BATCH);
      assertThatIllegalStateException()
          .isThrownBy(() -> plan.outputs(Mode.TRAINING))
          .withMessageContaining("buildMap makes a network without");
      assertThatIllegalStateException().isThrownBy(() -> plan.pullback(new double[20]));
      assertThatIllegalStateException().isThrownBy(() -> plan.load(new float[300], 5));
    }
  }

  @Test
  void outputsAreAVectorOfAnyLength() {
    NetworkBuilder b = described();
    assertThat(b.buildMap(b.dense(b.input(), 1)).classes()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> b.buildMap(b.input()))
        .withMessageContaining("must be a vector");
  }
}
