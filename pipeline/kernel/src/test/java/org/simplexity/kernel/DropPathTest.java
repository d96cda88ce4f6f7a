package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

class DropPathTest {
  private static final int BATCH = 9;

  /** Both logits are the pixel itself, the first through a drop-path. */
  private static Network pixel() {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 1, 1));
    return b.build(b.concatenation(List.of(b.dropPath(b.input()), one(b, b.dropPath(b.input())))));
  }

  private static Value one(NetworkBuilder b, Value x) {
    return b.convolution(x, Convolution.of(1, Window.square(1)));
  }

  private static Plan plan(Engine engine, int threads) {
    Precision precision = engine == Engine.REFERENCE ? Precision.DOUBLE : Precision.FLOAT;
    Plan plan =
        Plan.compile(
            pixel(),
            PlanSettings.defaults(BATCH)
                .withPrecision(precision)
                .withEngine(engine)
                .withThreads(threads)
                .withChunk(2));
    plan.parameters().fill(1);
    double[] pixels = new double[BATCH];
    Arrays.setAll(pixels, i -> i + 1);
    plan.load(pixels, new int[BATCH], BATCH);
    return plan;
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J", "REFERENCE"})
  void anExampleIsEitherDroppedOrScaledByTheInverseOfWhatIsKept(Engine engine) {
    try (Plan plan = plan(engine, 2)) {
      plan.drawPaths(new Random(5), 0.25);
      plan.forward(Mode.TRAINING);
      double[] logits = plan.logits();
      // The same draws by the definition: values in order, examples in order.
      Random random = new Random(5);
      for (int path = 0; path < 2; path++) {
        for (int example = 0; example < BATCH; example++) {
          double factor = random.nextDouble() < 0.25 ? 0 : 1 / 0.75;
          assertThat(logits[2 * example + path]).isCloseTo(factor * (example + 1), offset(1e-5));
        }
      }
      assertThat(logits).contains(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J", "REFERENCE"})
  void nothingIsDroppedInEvaluationNorBeforeTheFirstDraw(Engine engine) {
    try (Plan plan = plan(engine, 1)) {
      double[] whole = new double[2 * BATCH];
      Arrays.setAll(whole, i -> 1 + i / 2);
      plan.forward(Mode.TRAINING);
      assertThat(plan.logits()).isEqualTo(whole);
      plan.drawPaths(new Random(5), 0.9);
      plan.forward(Mode.EVALUATION);
      assertThat(plan.logits()).isEqualTo(whole);
      plan.drawPaths(new Random(5), 0);
      plan.forward(Mode.TRAINING);
      assertThat(plan.logits()).isEqualTo(whole);
    }
  }

  @Test
  void theMeanOfTheFactorsIsOne() {
    NetworkBuilder b = new NetworkBuilder(new Shape(1, 1, 1));
    Network network =
        b.build(b.concatenation(List.of(b.dropPath(b.input()), b.dropPath(b.input()))));
    int batch = 20_000;
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(batch))) {
      float[] ones = new float[batch];
      Arrays.fill(ones, 1);
      plan.load(ones, new int[batch], batch);
      plan.drawPaths(new Random(1), 0.3);
      plan.forward(Mode.TRAINING);
      double mean = Arrays.stream(plan.logits()).average().orElseThrow();
      // Standard deviation of the mean: √(0.3 / 0.7 / 40 000) = 0.0033.
      assertThat(mean).isCloseTo(1, offset(0.014));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void anyNumberOfThreadsGivesTheSameBits(Engine engine) {
    Network network = Fixtures.auxiliary(new Shape(2, 7, 8));
    PlanSettings settings = PlanSettings.defaults(13).withChunk(3).withEngine(engine);
    try (Plan one = Plan.compile(network, settings.withThreads(1));
        Plan three = Plan.compile(network, settings.withThreads(3))) {
      Fixtures.fill(one, 1);
      Fixtures.fill(three, 1);
      for (int step = 0; step < 3; step++) {
        one.drawPaths(new Random(step), 0.5);
        three.drawPaths(new Random(step), 0.5);
        assertThat(three.gradients(GradientTarget.WEIGHTS))
            .isEqualTo(one.gradients(GradientTarget.WEIGHTS));
        assertThat(three.parameterGradients().toArray())
            .isEqualTo(one.parameterGradients().toArray());
      }
    }
  }

  @Test
  void aProbabilityOfOneIsRefused() {
    try (Plan plan = plan(Engine.REFERENCE, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.drawPaths(new Random(1), 1))
          .withMessage("drop-path probability 1.0 must lie in [0, 1)");
    }
  }
}
