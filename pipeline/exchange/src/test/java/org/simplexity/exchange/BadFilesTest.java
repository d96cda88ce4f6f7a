package org.simplexity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.exchange.dl4j.Dl4jEvaluator;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.exchange.onnx.OnnxEvaluator;
import org.simplexity.exchange.onnx.OnnxModel;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;

/** Files that are not what they should be, and networks that a file cannot hold. */
class BadFilesTest {
  private static final Shape SHAPE = new Shape(3, 8, 8);

  @TempDir private Path folder;
  private final FinishedNetwork network = Networks.of("factorised reduction", SHAPE);

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static byte[] half(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = file("nowhere");
    assertThatThrownBy(() -> Dl4jGraph.read(missing, SHAPE)).hasMessageContaining("nowhere");
    assertThatThrownBy(() -> OnnxEvaluator.open(missing, SHAPE)).hasMessageContaining("nowhere");
    assertThatThrownBy(() -> NumpyWeights.read(network.network(), missing))
        .hasMessageContaining("nowhere");
  }

  @Test
  void whatIsNoZipIsNamed() throws IOException {
    Path text = Files.writeString(file("text.zip"), "not a zip");
    assertThatThrownBy(() -> Dl4jGraph.read(text, SHAPE))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("text.zip is no zip file");
  }

  @Test
  void aTruncatedZipIsNamed() throws IOException {
    Dl4jGraph.write(network, file("whole.zip"));
    Path truncated = Files.write(file("half.zip"), half(file("whole.zip")));
    assertThatThrownBy(() -> Dl4jGraph.read(truncated, SHAPE))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("half.zip is no zip file, or a truncated");
  }

  @Test
  void aZipOfSomethingElseIsNamed() throws IOException {
    try (OutputStream out = Files.newOutputStream(file("other.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertThatThrownBy(() -> Dl4jGraph.read(file("other.zip"), SHAPE))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll("other.zip", "configuration.json", "coefficients.bin");
  }

  @Test
  void aTruncatedModelOfOnnxIsNamed() throws IOException {
    OnnxModel.write(network, Map.of(), file("whole.onnx"));
    Path truncated = Files.write(file("half.onnx"), half(file("whole.onnx")));
    assertThatThrownBy(() -> OnnxEvaluator.open(truncated, SHAPE))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("half.onnx is not an ONNX model");
  }

  @Test
  void anOnnxModelOfOtherImagesTellsBothShapes() throws IOException {
    OnnxModel.write(network, Map.of(), file("x.onnx"));
    assertThatThrownBy(() -> OnnxEvaluator.open(file("x.onnx"), new Shape(1, 28, 28)))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll("x.onnx", "[-1, 3, 8, 8]", "1x28x28");
  }

  @Test
  void anOnnxModelTellsWhatWasWrittenAboutIt() throws IOException {
    OnnxModel.write(network, Map.of("experiment", "digits"), file("x.onnx"));
    try (OnnxEvaluator model = OnnxEvaluator.open(file("x.onnx"), SHAPE)) {
      assertThat(model.texts()).containsEntry("experiment", "digits");
    }
  }

  @Test
  void weightsThatAreMissingMisshapenOrTooManyAreNamed() throws IOException {
    Path good = file("good.npz");
    NumpyWeights.write(network, good);
    assertThat(NumpyWeights.read(network.network(), good).parameters())
        .isEqualTo(network.parameters());
    List<NamedArray> arrays = List.copyOf(NumpyArchive.read(good).values());
    String first = arrays.get(0).name();
    NumpyArchive.write(file("less.npz"), arrays.subList(1, arrays.size()));
    assertThatThrownBy(() -> NumpyWeights.read(network.network(), file("less.npz")))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll("less.npz", "no array '" + first + "'", "[2, 3, 1, 1]");
    FinishedNetwork wider = Networks.of("factorised reduction", new Shape(4, 8, 8));
    assertThatThrownBy(() -> NumpyWeights.read(wider.network(), good))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll("good.npz", first, "[2, 3, 1, 1]", "[2, 4, 1, 1]");
    FinishedNetwork smaller = Networks.of("nothing", SHAPE);
    assertThatThrownBy(() -> NumpyWeights.read(smaller.network(), good))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("good.npz");
  }

  @Test
  void aSupernetIsWrittenOnlyWithItsStructure() throws IOException {
    FinishedNetwork supernet = supernet();
    assertThatThrownBy(() -> OnnxModel.write(supernet, Map.of(), file("x.onnx")))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll("mixes 3 candidates", "discrete");
    assertThatThrownBy(() -> Dl4jGraph.write(supernet, file("x.zip")))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("mixes 3 candidates");
    FinishedNetwork given = supernet.withStructure(new float[] {0.7f, 0.2f, 0.1f});
    OnnxModel.write(given, Map.of(), file("x.onnx"));
    Dl4jGraph.write(given, file("x.zip"));
    float[] images = Networks.images(SHAPE, 4);
    try (Evaluator kernel = new KernelEvaluator(given, PlanSettings.defaults(4).withThreads(1));
        Evaluator onnx = OnnxEvaluator.open(file("x.onnx"), SHAPE);
        Evaluator dl4j = Dl4jEvaluator.open(file("x.zip"), SHAPE);
        Evaluator back =
            new KernelEvaluator(
                Dl4jGraph.read(file("x.zip"), SHAPE), PlanSettings.defaults(4).withThreads(1))) {
      float[] expected = onnx.logits(images, 4);
      for (Evaluator other : List.of(kernel, dl4j, back)) {
        assertThat(other.logits(images, 4)).containsExactly(expected, within(1e-4f));
      }
    }
  }

  private static FinishedNetwork supernet() {
    NetworkBuilder b = new NetworkBuilder(SHAPE);
    List<Value> candidates = List.of(b.relu(b.input()), b.zero(b.input(), 1), b.input());
    Value mixed = b.mixture(candidates, b.structure("edge", 3));
    Network built = b.build(b.dense(b.globalAveragePooling(mixed), 3));
    return Networks.finished(built, new SplittableRandom(1));
  }
}
