package org.simplexity.image;

import java.util.Arrays;
import org.simplexity.kernel.Engine;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Window;

/**
 * Sums that a person can do, on an engine.
 *
 * <p>Matrices: W = (1 2; 3 4), b = 0, x = (5, 6) and (7, 8), so W x = (17, 39) and (23, 53).
 *
 * <p>Convolution: the image (1 2 3; 4 5 6; 7 8 9), the kernel (1 0; 0 −1) without padding, so every
 * pixel is x[i, j] − x[i + 1, j + 1] = −4; then the sum of the four pixels with the weights 1 and
 * with 2, so (−16, −32).
 */
final class Arithmetic {
  private Arithmetic() {}

  /**
   * Does the sums.
   *
   * @return what was computed, in words
   * @throws IllegalStateException if a result differs
   */
  static String check(Engine engine) {
    expect("matrices", matrices(engine), 17, 39, 23, 53);
    expect("convolution", convolution(engine), -16, -32);
    return "two matrices multiplied and one convolution computed, as by hand";
  }

  private static double[] matrices(Engine engine) {
    NetworkBuilder builder = new NetworkBuilder(new Shape(2, 1, 1));
    Network network = builder.build(builder.dense(builder.input(), 2));
    return logits(network, engine, new double[] {1, 2, 3, 4, 0, 0}, new float[] {5, 6, 7, 8}, 2);
  }

  private static double[] convolution(Engine engine) {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 3, 3));
    Value pixels = builder.convolution(builder.input(), Convolution.of(1, new Window(2, 1, 0, 1)));
    Network network = builder.build(builder.dense(pixels, 2));
    double[] weights = {1, 0, 0, -1, 1, 1, 1, 1, 2, 2, 2, 2, 0, 0};
    return logits(network, engine, weights, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1);
  }

  private static double[] logits(
      Network network, Engine engine, double[] weights, float[] images, int count) {
    PlanSettings settings = PlanSettings.defaults(count).withThreads(1).withEngine(engine);
    try (Plan plan = Plan.compile(network, settings)) {
      plan.parameters().copyFrom(weights);
      plan.load(images, new int[count], count);
      plan.forward(Mode.EVALUATION);
      return plan.logits();
    }
  }

  private static void expect(String what, double[] actual, double... byHand) {
    if (!Arrays.equals(actual, byHand)) {
      throw new IllegalStateException(
          "%s: computed %s, by hand %s"
              .formatted(what, Arrays.toString(actual), Arrays.toString(byHand)));
    }
  }
}
