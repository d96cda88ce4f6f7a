package org.simplexity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.exchange.dl4j.Dl4jEvaluator;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.onnx.OnnxEvaluator;
import org.simplexity.exchange.onnx.OnnxModel;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;

/** What ONNX Runtime and DL4J compute of our files is what the kernel computes. */
class AgreementOfOperationsTest {
  private static final float TOLERANCE = 1e-4f;
  private static final int COUNT = 5;

  @TempDir private Path folder;

  static Stream<Arguments> networks() {
    return Networks.bodies().keySet().stream()
        .flatMap(
            body ->
                Stream.of(new Shape(3, 8, 8), new Shape(2, 7, 9))
                    .map(shape -> Arguments.of(body, shape)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("networks")
  void onnxRuntimeAgrees(String body, Shape shape) throws IOException {
    FinishedNetwork network = Networks.of(body, shape);
    Path file = folder.resolve("network.onnx");
    OnnxModel.write(network, Map.of(), file);
    try (Evaluator onnx = OnnxEvaluator.open(file, shape)) {
      assertAgrees(network, onnx);
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("networks")
  void dl4jAgrees(String body, Shape shape) throws IOException {
    FinishedNetwork network = Networks.of(body, shape);
    Path file = folder.resolve("network.zip");
    Dl4jGraph.write(network, file);
    try (Evaluator dl4j = Dl4jEvaluator.open(file, shape)) {
      assertAgrees(network, dl4j);
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("networks")
  void aZipReadBackIntoTheKernelIsWhatDl4jComputesOfIt(String body, Shape shape)
      throws IOException {
    Path file = folder.resolve("network.zip");
    Dl4jGraph.write(Networks.of(body, shape), file);
    try (Evaluator dl4j = Dl4jEvaluator.open(file, shape)) {
      assertAgrees(Dl4jGraph.read(file, shape), dl4j);
    }
  }

  private static void assertAgrees(FinishedNetwork network, Evaluator other) {
    float[] images = Networks.images(network.network().input(), COUNT);
    PlanSettings settings = PlanSettings.defaults(COUNT).withThreads(1);
    try (Evaluator kernel = new KernelEvaluator(network, settings)) {
      float[] ours = kernel.logits(images, COUNT);
      float[] theirs = other.logits(images, COUNT);
      assertThat(theirs).hasSameSizeAs(ours).doesNotContain(Float.NaN);
      assertThat(ours).containsExactly(theirs, within(TOLERANCE));
    }
  }
}
