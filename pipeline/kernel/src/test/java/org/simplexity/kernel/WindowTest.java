package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/** Windows slide as their definition says: every operation against seven plain loops. */
class WindowTest {
  private static final int CHANNELS = 2;
  private static final int OUTPUTS = 3;

  private enum Kind {
    CONVOLUTION,
    DEPTHWISE,
    MAXIMUM,
    AVERAGE
  }

  @TestFactory
  Stream<DynamicTest> everyWindowAgreesWithItsDefinition() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Engine engine : List.of(Engine.REFERENCE, Engine.ONEDNN, Engine.ND4J)) {
      for (Kind kind : Kind.values()) {
        for (Window window : windows(kind)) {
          for (Shape image :
              List.of(new Shape(CHANNELS, 7, 9), new Shape(CHANNELS, 8, 6), new Shape(2, 5, 8))) {
            tests.add(
                DynamicTest.dynamicTest(
                    "%s %s on %s by %s".formatted(kind, window, image, engine),
                    () -> check(kind, window, image, engine)));
          }
        }
      }
    }
    return tests.stream();
  }

  private static List<Window> windows(Kind kind) {
    List<Window> windows = new ArrayList<>();
    boolean pool = kind == Kind.MAXIMUM || kind == Kind.AVERAGE;
    for (int kernel : pool ? new int[] {2, 3} : new int[] {1, 3, 5}) {
      for (int stride = 1; stride <= 2; stride++) {
        for (int dilation = 1; dilation <= (pool || kernel == 1 ? 1 : 2); dilation++) {
          Window window = Window.square(kernel).withStride(stride).withDilation(dilation);
          windows.add(window.withPadding(pool ? kernel / 3 : window.span() / 2));
        }
      }
    }
    return windows;
  }

  private static void check(Kind kind, Window window, Shape image, Engine engine) {
    NetworkBuilder builder = new NetworkBuilder(image);
    Value slid = apply(kind, window, builder);
    Shape out = slid.shape();
    Network network = builder.build(builder.dense(slid, out.size()));
    Precision precision = engine == Engine.ONEDNN ? Precision.FLOAT : Precision.DOUBLE;
    PlanSettings settings =
        PlanSettings.defaults(2).withEngine(engine).withPrecision(precision).withThreads(1);
    try (Plan plan = Plan.compile(network, settings)) {
      Random random = new Random(5);
      double[] w = random.doubles(network.parameters().length(), -1, 1).toArray();
      // a dense layer that passes on what it reads
      int dense = w.length - out.size() * (out.size() + 1);
      for (int i = dense; i < w.length; i++) {
        int at = i - dense;
        w[i] = at < out.size() * out.size() && at / out.size() == at % out.size() ? 1 : 0;
      }
      double[] x = random.doubles(2L * image.size(), -1, 1).toArray();
      plan.parameters().copyFrom(w);
      plan.load(x, new int[2], 2);
      plan.forward(Mode.EVALUATION);
      double[] expected = new double[2 * out.size()];
      for (int i = 0; i < expected.length; i++) {
        int example = i / out.size();
        int at = i % out.size();
        int row = at / out.width() % out.height();
        expected[i] =
            slide(kind, window, image, w, x, example, at / out.area(), row, at % out.width());
      }
      double tolerance = precision == Precision.FLOAT ? 1e-5 : 1e-12;
      assertThat(plan.logits()).containsExactly(expected, offset(tolerance));
    }
  }

  private static Value apply(Kind kind, Window window, NetworkBuilder builder) {
    Value x = builder.input();
    return switch (kind) {
      case CONVOLUTION -> builder.convolution(x, Convolution.of(OUTPUTS, window));
      case DEPTHWISE -> builder.depthwiseConvolution(x, new DepthwiseConvolution(window));
      case MAXIMUM -> builder.maxPooling(x, new Pooling(window));
      case AVERAGE -> builder.averagePooling(x, new Pooling(window));
    };
  }

  /** One output by definition: over input channels and taps that lie inside the image. */
  private static double slide(
      Kind kind, Window window, Shape in, double[] w, double[] x, int n, int c, int row, int col) {
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    int count = 0;
    int k = window.kernel();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        int y = row * window.stride() + i * window.dilation() - window.padding();
        int z = col * window.stride() + j * window.dilation() - window.padding();
        if (y < 0 || y >= in.height() || z < 0 || z >= in.width()) {
          continue;
        }
        count++;
        for (int d = 0; d < (kind == Kind.CONVOLUTION ? in.channels() : 1); d++) {
          int from = kind == Kind.CONVOLUTION ? d : c;
          double pixel = x[((n * in.channels() + from) * in.height() + y) * in.width() + z];
          int filter = kind == Kind.CONVOLUTION ? c * in.channels() + d : c;
          boolean weighted = kind == Kind.CONVOLUTION || kind == Kind.DEPTHWISE;
          sum += (weighted ? w[(filter * k + i) * k + j] : 1) * pixel;
          most = Math.max(most, pixel);
        }
      }
    }
    return kind == Kind.MAXIMUM ? most : kind == Kind.AVERAGE ? sum / count : sum;
  }
}
