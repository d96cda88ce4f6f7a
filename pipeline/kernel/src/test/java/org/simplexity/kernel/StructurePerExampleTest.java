package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

/** Each example has a γ of its own. */
class StructurePerExampleTest {
  private static final double STEP = 1e-5;
  private static final int BATCH = 5;

  private static PlanSettings plain(Engine engine) {
    Precision precision = engine == Engine.REFERENCE ? Precision.DOUBLE : Precision.FLOAT;
    return PlanSettings.defaults(BATCH).withEngine(engine).withPrecision(precision).withChunk(2);
  }

  private static PlanSettings each(Engine engine) {
    return plain(engine).withStructurePerExample(true);
  }

  /** Supernets and mixtures, with and without normalisations, auxiliary heads apart. */
  private static List<Network> networks() {
    return List.of(
        Fixtures.supernet(new Shape(1, 6, 6), 2),
        Fixtures.around(Fixtures.operations().get("mixture"), new Shape(2, 5, 6)),
        Fixtures.around(Fixtures.operations().get("zero mixture"), new Shape(2, 5, 6)),
        normalisedCandidates());
  }

  /** A mixture of normalised candidates, one of them read twice, inside of a sum and alone. */
  private static Network normalisedCandidates() {
    NetworkBuilder b = new NetworkBuilder(new Shape(2, 5, 6));
    Value x = b.convolution(b.input(), Convolution.of(3, Window.centred(3)));
    Value one = b.batchNormalisation(x, BatchNormalisation.defaults());
    Value two =
        b.batchNormalisation(
            b.convolution(b.relu(x), Convolution.of(3, Window.square(1))),
            BatchNormalisation.defaults());
    StructureSlice gamma = b.structure("gamma", 3);
    Value alone = b.mixture(List.of(one, two, x), gamma);
    Value three = b.batchNormalisation(b.relu(alone), BatchNormalisation.defaults());
    Value inner = b.mixture(List.of(three, b.relu(one), x), gamma);
    Value other = b.mixture(List.of(x, alone), b.structure("other", 2));
    return b.build(b.dense(b.sum(List.of(inner, other)), 3));
  }

  /** Another γ for each example. */
  private static void scatter(Plan plan) {
    int length = plan.structure().length();
    plan.structure().copyFrom(new Random(9).doubles(length, -1, 1).toArray());
  }

  @TestFactory
  Stream<DynamicTest> equalRowsAreOneStructure() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Engine engine : List.of(Engine.ONEDNN, Engine.ND4J, Engine.REFERENCE)) {
      for (Network network : networks()) {
        tests.add(
            DynamicTest.dynamicTest(
                tests.size() + " by " + engine, () -> compareEqualRows(network, engine)));
      }
    }
    return tests.stream();
  }

  private static void compareEqualRows(Network network, Engine engine) {
    double within = engine == Engine.REFERENCE ? 1e-12 : 2e-5;
    int width = network.structure().length();
    try (Plan one = Plan.compile(network, plain(engine));
        Plan each = Plan.compile(network, each(engine))) {
      Fixtures.fill(one, 3);
      assertThat(each.structure().length()).isEqualTo(BATCH * width);
      assertThat(each.structureGradients().length()).isEqualTo(BATCH * width);
      copy(one, each);
      Outcome expected = one.gradients(GradientTarget.BOTH);
      Outcome outcome = each.gradients(GradientTarget.BOTH);
      assertThat(outcome.loss()).isCloseTo(expected.loss(), offset(within));
      assertThat(each.parameterGradients().toArray())
          .containsExactly(one.parameterGradients().toArray(), offset(within));
      double[] sums = new double[width];
      double[] rows = each.structureGradients().toArray();
      for (int i = 0; i < rows.length; i++) {
        sums[i % width] += rows[i];
      }
      assertThat(sums).containsExactly(one.structureGradients().toArray(), offset(within));
      assertThat(each.statistics().toArray())
          .containsExactly(one.statistics().toArray(), offset(within));
      one.forward(Mode.EVALUATION);
      each.forward(Mode.EVALUATION);
      assertThat(each.logits()).containsExactly(one.logits(), offset(10 * within));
    }
  }

  /** Gives a plan the batch and the point of another, the same γ for every example. */
  private static void copy(Plan from, Plan to) {
    Fixtures.fill(to, 3);
    to.parameters().copyFrom(from.parameters());
    to.statistics().copyFrom(from.statistics());
    double[] row = from.structure().toArray();
    for (int i = 0; i < to.structure().length(); i++) {
      to.structure().set(i, row[i % row.length]);
    }
    load(from);
    load(to);
  }

  private static double[] load(Plan plan) {
    return load(plan, BATCH);
  }

  private static double[] load(Plan plan, int count) {
    double[] images = images(plan);
    plan.load(images, labels(plan), count);
    return images;
  }

  private static double[] images(Plan plan) {
    long pixels = (long) BATCH * plan.network().input().size();
    return new Random(4).doubles(pixels, -1, 1.5).toArray();
  }

  private static int[] labels(Plan plan) {
    return new Random(5).ints(BATCH, 0, plan.network().classes()).toArray();
  }

  @TestFactory
  Stream<DynamicTest> gradientsAreCentralDifferences() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Engine engine : List.of(Engine.REFERENCE, Engine.ND4J)) {
      for (Network network : networks()) {
        tests.add(
            DynamicTest.dynamicTest(
                tests.size() + " by " + engine, () -> compareDifferences(network, engine)));
      }
    }
    return tests.stream();
  }

  private static void compareDifferences(Network network, Engine engine) {
    PlanSettings settings = each(engine).withPrecision(Precision.DOUBLE).withThreads(1);
    try (Plan plan = Plan.compile(network, settings)) {
      Fixtures.fill(plan, 7);
      scatter(plan);
      plan.gradients(GradientTarget.BOTH);
      double[] weights = plan.parameterGradients().toArray();
      double[] structure = plan.structureGradients().toArray();
      assertThat(plan.structureGradients().norm()).isGreaterThan(1e-3);
      compare(plan, plan.structure(), structure, 1);
      compare(plan, plan.parameters(), weights, 5);
    }
  }

  private static void compare(Plan plan, FlatVector point, double[] gradient, int stride) {
    for (int i = 0; i < point.length(); i += stride) {
      double at = point.get(i);
      point.set(i, at + STEP);
      double above = plan.forward(Mode.TRAINING).loss();
      point.set(i, at - STEP);
      double below = plan.forward(Mode.TRAINING).loss();
      point.set(i, at);
      double difference = (above - below) / (2 * STEP);
      assertThat(gradient[i])
          .as("coordinate %d", i)
          .isCloseTo(difference, offset(1e-8 + 1e-6 * Math.abs(difference)));
    }
  }

  @TestFactory
  Stream<DynamicTest> fastEnginesAgreeWithTheReference() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Network> networks = new ArrayList<>(networks());
    networks.add(Fixtures.supernet(new Shape(3, 9, 9), 16));
    for (Engine engine : List.of(Engine.ONEDNN, Engine.ND4J)) {
      for (Network network : networks) {
        tests.add(
            DynamicTest.dynamicTest(
                tests.size() + " by " + engine, () -> compareWithReference(network, engine)));
      }
    }
    return tests.stream();
  }

  private static void compareWithReference(Network network, Engine engine) {
    try (Plan fast = Plan.compile(network, each(engine));
        Plan reference = Plan.compile(network, each(Engine.REFERENCE))) {
      for (Plan plan : List.of(fast, reference)) {
        Fixtures.fill(plan, 7);
        scatter(plan);
      }
      for (int step = 0; step < 2; step++) {
        assertThat(fast.gradients(GradientTarget.BOTH).loss())
            .isCloseTo(reference.gradients(GradientTarget.BOTH).loss(), offset(1e-4));
      }
      assertClose(fast.parameterGradients(), reference.parameterGradients());
      assertClose(fast.structureGradients(), reference.structureGradients());
      fast.forward(Mode.EVALUATION);
      reference.forward(Mode.EVALUATION);
      assertThat(fast.logits()).containsExactly(reference.logits(), offset(1e-3));
    }
  }

  private static void assertClose(FlatVector actual, FlatVector expected) {
    double scale = expected.norm() / Math.sqrt(expected.length());
    for (int i = 0; i < expected.length(); i++) {
      double within = 1e-7 + 5e-4 * (scale + Math.abs(expected.get(i)));
      assertThat(actual.get(i)).as("[%d]", i).isCloseTo(expected.get(i), offset(within));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void withoutNormalisationEveryImageIsAloneWithItsStructure(Engine engine) {
    Network network = Fixtures.around(Fixtures.operations().get("mixture"), new Shape(2, 5, 6));
    int width = network.structure().length();
    PlanSettings single =
        new PlanSettings(1, plain(engine).precision(), 1, 0, engine, false, false);
    try (Plan plan = Plan.compile(network, each(engine));
        Plan alone = Plan.compile(network, single)) {
      Fixtures.fill(plan, 7);
      scatter(plan);
      double[] images = load(plan);
      double loss = plan.gradients(GradientTarget.BOTH).loss();
      double[] gamma = plan.structure().toArray();
      double[] mean = new double[network.parameters().length()];
      double sum = 0;
      alone.parameters().copyFrom(plan.parameters());
      for (int n = 0; n < BATCH; n++) {
        alone.structure().copyFrom(Arrays.copyOfRange(gamma, n * width, (n + 1) * width));
        alone.load(Arrays.copyOfRange(images, n * 60, images.length), label(plan, n), 1);
        sum += alone.gradients(GradientTarget.BOTH).loss();
        for (int i = 0; i < mean.length; i++) {
          mean[i] += alone.parameterGradients().get(i) / BATCH;
        }
        for (int i = 0; i < width; i++) {
          assertThat(plan.structureGradients().get(n * width + i))
              .isCloseTo(alone.structureGradients().get(i) / BATCH, offset(1e-5));
        }
      }
      assertThat(loss).isCloseTo(sum / BATCH, offset(1e-5));
      assertThat(plan.parameterGradients().toArray()).containsExactly(mean, offset(1e-5));
    }
  }

  private static int[] label(Plan plan, int n) {
    return new int[] {labels(plan)[n]};
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void inEvaluationEveryImageIsAloneEvenInAPartOfABatch(Engine engine) {
    Network network = Fixtures.supernet(new Shape(1, 8, 8), 4);
    int width = network.structure().length();
    PlanSettings single =
        new PlanSettings(1, plain(engine).precision(), 1, 0, engine, false, false);
    try (Plan plan = Plan.compile(network, each(engine));
        Plan alone = Plan.compile(network, single)) {
      Fixtures.fill(plan, 7);
      scatter(plan);
      double[] gamma = plan.structure().toArray();
      // Rows beyond the loaded examples are not read.
      Arrays.fill(gamma, 3 * width, gamma.length, Double.NaN);
      plan.structure().copyFrom(gamma);
      double[] images = load(plan, 3);
      assertThat(plan.forward(Mode.EVALUATION).isFinite()).isTrue();
      double[] logits = plan.logits();
      alone.parameters().copyFrom(plan.parameters());
      alone.statistics().copyFrom(plan.statistics());
      for (int n = 0; n < 3; n++) {
        alone.structure().copyFrom(Arrays.copyOfRange(gamma, n * width, (n + 1) * width));
        alone.load(Arrays.copyOfRange(images, n * 64, images.length), label(plan, n), 1);
        alone.forward(Mode.EVALUATION);
        assertThat(Arrays.copyOfRange(logits, 3 * n, 3 * n + 3))
            .containsExactly(alone.logits(), offset(1e-4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void anOperationRestsIfNoLoadedExampleChoosesIt(Engine engine) {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 6, 6));
    Value idle =
        b.within("idle", () -> b.convolution(b.input(), Convolution.of(3, Window.square(1))));
    Value busy = b.convolution(b.input(), Convolution.of(3, Window.centred(3)));
    Network network = b.build(b.dense(b.mixture(List.of(idle, busy), b.structure("gamma", 2)), 3));
    Slice weight = network.parameters().slice("idle.convolution_1.weight");
    try (Plan plan = Plan.compile(network, each(engine))) {
      Fixtures.fill(plan, 7);
      plan.structure().copyFrom(new double[] {0, 1, 0, 1, 0, 1, 0, 1, 1, 0});
      plan.parameters().set(weight.offset(), Double.NaN);
      plan.forward(Mode.EVALUATION);
      assertThat(plan.forward(Mode.EVALUATION).isFinite()).isFalse();
      load(plan, 4);
      assertThat(plan.forward(Mode.EVALUATION).isFinite()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void aChoiceForEachExampleGivesTheGradientsOfAStepThatRunsEverything(Engine engine) {
    Network supernet = Fixtures.supernet(new Shape(1, 8, 8), 4);
    try (Plan plan = Plan.compile(supernet, each(engine))) {
      Fixtures.fill(plan, 9);
      double[] vertices = new double[plan.structure().length()];
      for (int at = 0; at < vertices.length; at += 4) {
        // Operation 3 of no edge and no example is ever chosen.
        vertices[at + at / 4 % 3] = 1;
      }
      plan.structure().copyFrom(vertices);
      double loss = plan.gradients(GradientTarget.BOTH).loss();
      double[] all = plan.parameterGradients().toArray();
      assertThat(plan.gradients(GradientTarget.WEIGHTS).loss()).isCloseTo(loss, offset(1e-6));
      assertThat(plan.parameterGradients().toArray()).containsExactly(all, offset(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void anyNumberOfThreadsGivesTheSameBits(Engine engine) {
    Network network = Fixtures.supernet(new Shape(1, 12, 12), 8);
    try (Plan one = Plan.compile(network, each(engine).withThreads(1));
        Plan three = Plan.compile(network, each(engine).withThreads(3))) {
      for (Plan plan : List.of(one, three)) {
        Fixtures.fill(plan, 1);
        scatter(plan);
      }
      assertThat(three.gradients(GradientTarget.BOTH))
          .isEqualTo(one.gradients(GradientTarget.BOTH));
      assertThat(three.parameterGradients().toArray())
          .isEqualTo(one.parameterGradients().toArray());
      assertThat(three.structureGradients().toArray())
          .isEqualTo(one.structureGradients().toArray());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ND4J", "REFERENCE"})
  void imagesHaveGradientsUnderTheirOwnStructure(Engine engine) {
    Network network = normalisedCandidates();
    PlanSettings settings =
        each(engine).withPrecision(Precision.DOUBLE).withInputGradients(true).withThreads(1);
    try (Plan plan = Plan.compile(network, settings)) {
      Fixtures.fill(plan, 7);
      scatter(plan);
      double[] images = load(plan, 3);
      plan.inputGradients();
      double[] gradient = plan.gradientOfImages();
      for (int i = 0; i < gradient.length; i++) {
        double at = images[i];
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
          images[i] = at + (side == 0 ? STEP : -STEP);
          plan.load(images, labels(plan), 3);
          losses[side] = plan.forward(Mode.EVALUATION).loss();
        }
        images[i] = at;
        assertThat(gradient[i])
            .as("x[%d]", i)
            .isCloseTo((losses[0] - losses[1]) / (2 * STEP), offset(1e-8));
      }
    }
  }
}
