package org.simplexity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.dl4j.Dl4jGraph;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.exchange.onnx.OnnxModel;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import picocli.CommandLine;

/** One network in three formats, each run by another engine, and what is said to bad files. */
class EvaluateCommandTest {
  private static final CellGenotype CELL =
      CellGenotype.of(2, List.of(new Edge(0, 2, "sep_conv_3x3"), new Edge(1, 3, "avg_pool_3x3")));
  private static final Genotype GENOTYPE = new Genotype(CELL, CELL);

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private FinishedNetwork network;

  @BeforeEach
  void make() {
    network = finished(10, Form.INHERITED);
  }

  private static FinishedNetwork finished(int classes, Form form) {
    CellSpaceSettings settings =
        new CellSpaceSettings(2, 2, 4, List.of("sep_conv_3x3", "avg_pool_3x3"), 3, 1);
    Network made = new CellSpace(settings, new Shape(1, 8, 8), classes).discrete(GENOTYPE, form);
    SplittableRandom random = new SplittableRandom(1);
    return new FinishedNetwork(
        made, floats(made.initialParameters(random)), floats(made.initialStatistics()));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Test
  void threeFormatsOfOneNetworkHaveOneAccuracy() throws IOException {
    Path onnx = folder.resolve("network.onnx");
    Path zip = folder.resolve("network.zip");
    Path npz = folder.resolve("weights.npz");
    OnnxModel.write(network, Map.of(), onnx);
    Dl4jGraph.write(network, zip);
    NumpyWeights.write(network, npz);
    Path genotype =
        Files.writeString(folder.resolve("genotype.json"), GenotypeJson.write(GENOTYPE));
    Path experiment =
        Files.writeString(
            folder.resolve("x.yaml"),
            "name: x\nspace: {cells: 2, nodes: 2, channels: 4, operations: [sep_conv_3x3, avg_pool_3x3]}\n");
    JsonNode expected = evaluate(onnx, "--data", "digits");
    assertThat(expected.path("images").asInt()).isEqualTo(359);
    for (JsonNode other :
        List.of(
            evaluate(zip, "--data", "digits"),
            evaluate(zip, "--data", experiment.toString()),
            evaluate(npz, "--data", experiment.toString(), "--genotype", genotype.toString()))) {
      assertThat(other.path("accuracy")).isEqualTo(expected.path("accuracy"));
      assertThat(other.path("loss").asDouble())
          .isCloseTo(expected.path("loss").asDouble(), within(1e-5));
    }
    JsonNode bytes = evaluate(zip, "--data", "digits", "--pixels", "bytes", "--split", "train");
    assertThat(bytes.path("loss")).isNotEqualTo(expected.path("loss"));
    assertThat(bytes.path("images").asInt()).isEqualTo(1150);
  }

  private JsonNode evaluate(Path file, String... more) throws IOException {
    output.getBuffer().setLength(0);
    assertThat(run(file, more)).as(errors.toString()).isZero();
    return new ObjectMapper().readTree(output.toString());
  }

  @Test
  void badFilesAndArgumentsEndWithTwoAndSayWhy() throws IOException {
    Path onnx = folder.resolve("five.onnx");
    OnnxModel.write(finished(5, Form.EVALUATION), Map.of(), onnx);
    Path text = Files.writeString(folder.resolve("text.zip"), "nothing");
    Path npz = folder.resolve("weights.npz");
    NumpyWeights.write(network, npz);
    assertSays(onnx, "digits", "five.onnx tells 5 classes apart, digits has 10");
    assertSays(text, "digits", "text.zip is no zip file");
    assertSays(npz, "digits", "--genotype");
    assertSays(folder.resolve("nowhere.zip"), "digits", "nowhere.zip: there is no such file");
    assertSays(text, "digitz", "'digitz' is neither a file nor a data set");
  }

  private void assertSays(Path file, String data, String message) {
    errors.getBuffer().setLength(0);
    assertThat(run(file, "--data", data)).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
  }

  @Test
  void damagedImagesEndWithFive() throws IOException {
    Path zip = folder.resolve("network.zip");
    Dl4jGraph.write(network, zip);
    Path images = Files.writeString(folder.resolve("images.bin"), "not images");
    assertThat(run(zip, "--data", images.toString())).isEqualTo(5);
    assertThat(errors.toString()).contains("images.bin");
  }

  private int run(Path file, String... more) {
    CommandLine line = Commands.line();
    String[] arguments = new String[more.length + 3];
    arguments[0] = "evaluate";
    arguments[1] = file.toString();
    arguments[2] = "--json";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return line.setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
