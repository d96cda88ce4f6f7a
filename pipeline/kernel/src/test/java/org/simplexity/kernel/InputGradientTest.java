package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

/** ∂loss/∂x of the images x of a network in evaluation mode. */
class InputGradientTest {
  private static final double STEP = 1e-5;
  private static final int BATCH = 5;

  private static PlanSettings settings(Engine engine) {
    Precision precision = engine == Engine.REFERENCE ? Precision.DOUBLE : Precision.FLOAT;
    return PlanSettings.defaults(BATCH)
        .withEngine(engine)
        .withPrecision(precision)
        .withChunk(2)
        .withInputGradients(true);
  }

  private static PlanSettings wide(Engine engine) {
    return settings(engine).withPrecision(Precision.DOUBLE).withThreads(1);
  }

  /** A point (w, γ, statistics) with drawn paths, and this many examples. */
  private static double[] fill(Plan plan, int count) {
    Fixtures.fill(plan, 5);
    Random random = new Random(6);
    int statistics = plan.statistics().length();
    plan.statistics().copyFrom(random.doubles(statistics, 0.3, 1.5).toArray());
    double[] images = random.doubles((long) BATCH * size(plan), -1, 1).toArray();
    plan.load(images, labels(plan), count);
    return images;
  }

  private static int size(Plan plan) {
    return plan.network().input().size();
  }

  private static int[] labels(Plan plan) {
    return new Random(7).ints(BATCH, 0, plan.network().classes()).toArray();
  }

  /** Every operation right behind the images and behind a convolution, and whole networks. */
  @TestFactory
  Stream<DynamicTest> isTheCentralDifferenceOfTheLossInEvaluationMode() {
    List<DynamicTest> tests = new ArrayList<>();
    Shape images = new Shape(2, 5, 6);
    for (Engine engine : List.of(Engine.REFERENCE, Engine.ND4J)) {
      Fixtures.operations()
          .forEach(
              (name, operation) -> {
                tests.add(test(name + " first", Fixtures.first(operation, images), engine));
                tests.add(test(name, Fixtures.around(operation, images), engine));
              });
      tests.add(test("supernet", Fixtures.supernet(new Shape(1, 6, 6), 2), engine));
      tests.add(test("auxiliary head", Fixtures.auxiliary(images), engine));
    }
    return tests.stream();
  }

  private static DynamicTest test(String name, Network network, Engine engine) {
    return DynamicTest.dynamicTest(name + " by " + engine, () -> check(network, engine));
  }

  private static void check(Network network, Engine engine) {
    int count = 3;
    try (Plan plan = Plan.compile(network, wide(engine))) {
      double[] images = fill(plan, count);
      int[] labels = labels(plan);
      Outcome outcome = plan.inputGradients();
      double[] gradient = plan.gradientOfImages();
      assertThat(outcome).isEqualTo(plan.forward(Mode.EVALUATION));
      assertThat(gradient).hasSize(count * size(plan));
      assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-4);
      for (int i = 0; i < gradient.length; i++) {
        double at = images[i];
        images[i] = at + STEP;
        plan.load(images, labels, count);
        double above = plan.forward(Mode.EVALUATION).loss();
        images[i] = at - STEP;
        plan.load(images, labels, count);
        double below = plan.forward(Mode.EVALUATION).loss();
        images[i] = at;
        double difference = (above - below) / (2 * STEP);
        assertThat(gradient[i])
            .as("x[%d]", i)
            .isCloseTo(difference, offset(1e-9 + 1e-6 * Math.abs(difference)));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> aFastEngineAgreesWithTheReference() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Engine engine : List.of(Engine.ONEDNN, Engine.ND4J)) {
      for (Shape images : List.of(new Shape(2, 5, 6), new Shape(1, 8, 8), new Shape(3, 7, 7))) {
        Fixtures.operations()
            .forEach(
                (name, operation) -> {
                  String on = " on " + images;
                  tests.add(
                      agreement(name + " first" + on, Fixtures.first(operation, images), engine));
                  tests.add(agreement(name + on, Fixtures.around(operation, images), engine));
                });
        tests.add(agreement("auxiliary head on " + images, Fixtures.auxiliary(images), engine));
      }
      tests.add(agreement("supernet", Fixtures.supernet(new Shape(3, 9, 9), 16), engine));
    }
    return tests.stream();
  }

  private static DynamicTest agreement(String name, Network network, Engine engine) {
    return DynamicTest.dynamicTest(
        name + " by " + engine,
        () -> {
          try (Plan fast = Plan.compile(network, settings(engine));
              Plan reference = Plan.compile(network, settings(Engine.REFERENCE))) {
            for (int count : new int[] {BATCH, 3}) {
              fill(fast, count);
              fill(reference, count);
              assertThat(fast.inputGradients().loss())
                  .isCloseTo(reference.inputGradients().loss(), offset(1e-4));
              double[] expected = reference.gradientOfImages();
              double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
              assertThat(fast.gradientOfImages()).containsExactly(expected, offset(1e-3 * largest));
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void followsTheClosedFormOfALogisticModel(Engine engine) {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 1, 1));
    Network network = b.build(b.dense(b.dropPath(b.input()), 2));
    try (Plan plan = Plan.compile(network, settings(engine))) {
      plan.drawPaths(new Random(1), 0.9);
      plan.parameters().copyFrom(new double[] {2, 0, 0, 0});
      plan.load(new double[] {1, -0.5}, new int[] {0, 1}, 2);
      plan.inputGradients();
      // Logits (2 x, 0): ∂loss/∂x = 2 (p − onehot)₀ / 2 examples, p = 1 / (1 + exp(−2 x)).
      double[] expected = {1 / (1 + Math.exp(-2)) - 1, 1 / (1 + Math.exp(1))};
      assertThat(plan.gradientOfImages()).containsExactly(expected, offset(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void whatLiesBeyondTheLoadedExamplesCountsNothing(Engine engine) {
    Network network = Fixtures.supernet(new Shape(1, 8, 8), 4);
    try (Plan plan = Plan.compile(network, settings(engine));
        Plan fresh = Plan.compile(network, settings(engine))) {
      double[] images = fill(plan, BATCH);
      double[] broken = images.clone();
      Arrays.fill(broken, Double.NaN);
      plan.load(broken, labels(plan), BATCH);
      plan.inputGradients();
      plan.load(images, labels(plan), 3);
      fill(fresh, 3);
      assertThat(plan.inputGradients()).isEqualTo(fresh.inputGradients());
      assertThat(plan.gradientOfImages())
          .isEqualTo(fresh.gradientOfImages())
          .hasSize(3 * 64)
          .doesNotContain(Double.NaN);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void anyNumberOfThreadsGivesTheSameBits(Engine engine) {
    Network network = Fixtures.supernet(new Shape(1, 12, 12), 8);
    PlanSettings settings = settings(engine);
    try (Plan one = Plan.compile(network, settings.withThreads(1));
        Plan three = Plan.compile(network, settings.withThreads(3))) {
      fill(one, 4);
      fill(three, 4);
      for (int pass = 0; pass < 2; pass++) {
        assertThat(three.inputGradients()).isEqualTo(one.inputGradients());
        assertThat(three.gradientOfImages()).isEqualTo(one.gradientOfImages());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void leavesTheOtherGradientsAndTheStatisticsAlone(Engine engine) {
    Network network = Fixtures.supernet(new Shape(1, 8, 8), 4);
    try (Plan plan = Plan.compile(network, settings(engine));
        Plan plain = Plan.compile(network, settings(engine).withInputGradients(false))) {
      fill(plan, BATCH);
      fill(plain, BATCH);
      plan.inputGradients();
      assertThat(plan.gradients(GradientTarget.BOTH))
          .isEqualTo(plain.gradients(GradientTarget.BOTH));
      plan.inputGradients();
      assertThat(plan.parameterGradients().toArray())
          .isEqualTo(plain.parameterGradients().toArray());
      assertThat(plan.structureGradients().toArray())
          .isEqualTo(plain.structureGradients().toArray());
      assertThat(plan.statistics().toArray()).isEqualTo(plain.statistics().toArray());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void knowsNothingOfTheBatchStatisticsOfAStepBefore(Engine engine) {
    Network network = Fixtures.supernet(new Shape(1, 8, 8), 4);
    try (Plan plan = Plan.compile(network, settings(engine))) {
      fill(plan, BATCH);
      plan.inputGradients();
      double[] before = plan.gradientOfImages();
      double[] statistics = plan.statistics().toArray();
      plan.gradients(GradientTarget.BOTH);
      plan.statistics().copyFrom(statistics);
      plan.inputGradients();
      assertThat(plan.gradientOfImages()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void isZeroWhereEveryWayToTheImagesRests(Engine engine) {
    NetworkBuilder b = new NetworkBuilder(new Shape(2, 3, 3));
    Value mixed = b.mixture(List.of(b.input(), b.relu(b.input())), b.structure("gamma", 2));
    Network network = b.build(b.dense(mixed, 3));
    try (Plan plan = Plan.compile(network, settings(engine))) {
      fill(plan, BATCH);
      plan.inputGradients();
      assertThat(plan.gradientOfImages()).doesNotContain(0);
      plan.structure().fill(0);
      plan.inputGradients();
      assertThat(plan.gradientOfImages()).hasSize(BATCH * 18).containsOnly(0);
    }
  }

  /** The shifted half of a reduction sees nothing of an image of one pixel. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void earlierPassesLeaveNothingBehind(Engine engine) {
    NetworkBuilder b = new NetworkBuilder(new Shape(2, 1, 1));
    Value seen = b.convolution(b.input(), Convolution.of(2, Window.square(1)));
    Value unseen = b.subsample(b.input(), 2, 1, 1);
    Network network = b.build(b.dense(b.concatenation(List.of(seen, unseen)), 3));
    try (Plan plan = Plan.compile(network, settings(engine))) {
      fill(plan, BATCH);
      plan.inputGradients();
      double[] first = plan.gradientOfImages();
      plan.inputGradients();
      assertThat(plan.gradientOfImages()).isEqualTo(first).doesNotContain(0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void otherPlansRefuseIt(boolean loaded) {
    Network network = Fixtures.auxiliary(new Shape(2, 5, 6));
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(BATCH))) {
      if (loaded) {
        fill(plan, BATCH);
      }
      String message =
          "inputGradients false must be true in the plan's settings for gradients of images";
      assertThatIllegalStateException().isThrownBy(plan::inputGradients).withMessage(message);
      assertThatIllegalStateException().isThrownBy(plan::gradientOfImages).withMessage(message);
    }
  }

  @Test
  void needsABatch() {
    Network network = Fixtures.auxiliary(new Shape(2, 5, 6));
    try (Plan plan = Plan.compile(network, settings(Engine.REFERENCE))) {
      assertThatIllegalStateException()
          .isThrownBy(plan::inputGradients)
          .withMessage("no batch is loaded");
      assertThat(plan.gradientOfImages()).isEmpty();
    }
  }
}
