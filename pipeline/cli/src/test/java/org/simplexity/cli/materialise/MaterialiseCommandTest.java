package org.simplexity.cli.materialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.cli.Commands;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.method.weights.FamilyCard;
import org.simplexity.method.weights.FamilyModel;
import org.simplexity.method.weights.FamilyNetwork;

/** A linear family b₂ s + b₃ whose weights at every λ are known. */
class MaterialiseCommandTest {
  private static final FamilyNetwork NETWORK = new FamilyNetwork(FamilyNetwork.Kind.PERCEPTRON, 3);

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private Path family(FamilyModel model, FamilyNetwork network) throws IOException {
    Path family = Files.createDirectories(folder.resolve("family"));
    FamilyCard card =
        new FamilyCard(
            "x",
            model,
            List.of(0.01, 1.0),
            0.5,
            NETWORK,
            new Shape(1, 8, 8),
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            new ChannelStatistics(List.of(0.0), List.of(1.0)));
    Files.writeString(family.resolve("family.json"), card.json());
    List<NamedArray> arrays = new ArrayList<>();
    int vectors = model.isHypernetwork() ? 2 : 1;
    for (int vector = 0; vector < vectors; vector++) {
      for (Slice slice : network.build(new Shape(1, 8, 8), 10).parameters().slices()) {
        float[] values = new float[slice.length()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) Math.sin(i + 1 + vector * 5 + slice.offset());
        }
        arrays.add(
            new NamedArray("mean.%d.%s".formatted(vector, slice.name()), slice.shape(), values));
      }
    }
    NumpyArchive.write(family.resolve("weights.npz"), arrays);
    return family;
  }

  @Test
  void weightsAtLambdaAreThoseOfTheMapInEveryFormat() throws IOException {
    Path family = family(FamilyModel.BASE_LINEAR, NETWORK);
    Path out = folder.resolve("deep/out");
    assertThat(run(family.toString(), "--lambda", "0.1", "--out", out.toString(), "--json"))
        .as(errors.toString())
        .isZero();
    JsonNode told = new ObjectMapper().readTree(output.toString());
    assertThat(told.path("model").asText()).isEqualTo("base_linear");
    assertThat(told.path("in_range").asBoolean()).isTrue();
    assertThat(told.path("files")).hasSize(3);
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("network.onnx", "network.zip", "weights.npz");
    }
    Map<String, NamedArray> family0 = NumpyArchive.read(family.resolve("weights.npz"));
    NumpyArchive.read(out.resolve("weights.npz"))
        .forEach(
            (name, array) -> {
              float[] first = family0.get("mean.0." + name).values();
              float[] second = family0.get("mean.1." + name).values();
              // Halfway on the scale of log λ: ½ b₂ + b₃, the order of the two told by the map.
              for (int i = 0; i < first.length; i++) {
                assertThat((double) array.values()[i])
                    .isCloseTo(0.5 * first[i] + second[i], within(1e-6));
              }
            });
    Path experiment =
        Files.writeString(
            folder.resolve("x.yaml"),
            "name: x\nstages: [data-prep, hypernet, report]\nhypernet: {network: {hidden: 3}}\n");
    List<JsonNode> answers = new ArrayList<>();
    for (String file : List.of("network.onnx", "network.zip", "weights.npz")) {
      output.getBuffer().setLength(0);
      String[] words = {
        "evaluate", out.resolve(file).toString(), "--json", "--data", experiment.toString()
      };
      assertThat(execute(words)).as(errors.toString()).isZero();
      answers.add(new ObjectMapper().readTree(output.toString()));
    }
    assertThat(answers)
        .extracting(answer -> answer.path("accuracy"))
        .containsOnly(answers.get(0).path("accuracy"));
    assertThat(answers.get(1).path("loss").asDouble())
        .isCloseTo(answers.get(0).path("loss").asDouble(), within(1e-5));
  }

  @Test
  void lambdaOutsideTheRangeIsExtrapolatedWithAWarning() throws IOException {
    Path family = family(FamilyModel.BASE_LINEAR, NETWORK);
    assertThat(run(family.toString(), "--lambda", "7", "--out", folder.resolve("o").toString()))
        .isZero();
    assertThat(errors.toString())
        .contains("warning: lambda 7.0 lies outside 0.01 to 1.0, for which base_linear was fitted");
    assertThat(output.toString()).contains("base_linear at lambda 7.0: 235 weights");
  }

  @Test
  void aModelOfOneLambdaHasNoOther() throws IOException {
    Path family = family(FamilyModel.BASE, NETWORK);
    String out = folder.resolve("o").toString();
    assertThat(run(family.toString(), "--lambda", "1", "--out", out)).isEqualTo(2);
    assertThat(errors.toString()).contains("base was fitted at lambda 0.5 alone");
    assertThat(run(family.toString(), "--out", out)).isZero();
    assertThat(output.toString()).contains("base at lambda 0.5");
  }

  @Test
  void badInputEndsWithTwoAndLeavesNothing() throws IOException {
    Path family = family(FamilyModel.BASE_LINEAR, new FamilyNetwork(NETWORK.kind(), 4));
    String out = folder.resolve("o").toString();
    assertSays("is of another network or model", family.toString(), "--lambda", "1", "--out", out);
    assertSays("must be positive", family.toString(), "--lambda", "-1", "--out", out);
    assertSays("neither a folder nor the id of a run", "nowhere", "--lambda", "1", "--out", out);
    assertSays("there is no file family.json", folder.toString(), "--lambda", "1", "--out", out);
    family(FamilyModel.BASE_LINEAR, NETWORK);
    assertSays("fitted for lambda from 0.01 to 1.0", family.toString(), "--out", out);
    assertThat(Path.of(out)).doesNotExist();
  }

  private void assertSays(String message, String... arguments) {
    errors.getBuffer().setLength(0);
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
  }

  private int run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add(0, "materialise");
    return execute(words.toArray(String[]::new));
  }

  private int execute(String... words) {
    return Commands.line()
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(words);
  }
}
