package org.simplexity.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.cli.Commands;
import org.simplexity.kernel.archive.NamedArray;
import org.simplexity.kernel.archive.NumpyArchive;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class BenchCommandTest {
  private static final Path LAUNCHER = Path.of("../../launcher");
  private static final String SMALL =
      " --operations max_pool_3x3,sep_conv_3x3 --channels 2 --cells 2 --nodes 1 --batch 4"
          + " --input 1x6x6 --threads 2 --warmup 0 --steps 3";

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"bench", "bench step", "bench perceptron"})
  void helpOfTheLauncherIsThatOfTheCommand(String command) throws IOException {
    assertThat(run(command + " --help")).isZero();
    Path page = LAUNCHER.resolve("help/" + command.replace(' ', '-') + ".txt");
    assertThat(output.toString()).isEqualTo(Files.readString(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"step", "perceptron"})
  void completionKnowsEveryOption(String name) throws IOException {
    CommandLine bench = Objects.requireNonNull(Commands.line().getSubcommands().get("bench"));
    CommandLine command = Objects.requireNonNull(bench.getSubcommands().get(name));
    String offered =
        Files.readAllLines(LAUNCHER.resolve("completion.bash")).stream()
            .filter(line -> line.strip().startsWith(name + ") COMPREPLY"))
            .findFirst()
            .orElseThrow();
    assertThat(command.getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .isNotEmpty()
        .allSatisfy(option -> assertThat(offered).containsPattern(option + "\\b"));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "peak memory is told by Linux only")
  void timesBothStepsOfASupernet() throws IOException {
    JsonNode result = json("bench step --json" + SMALL);
    double weight = result.path("weight_step_ms").asDouble();
    assertThat(weight).isPositive();
    assertThat(result.path("weight_step_all_ms")).hasSize(3).anySatisfy(is(weight));
    assertThat(result.path("bilevel_step_ms").asDouble()).isPositive();
    assertThat(result.path("peak_rss_mb").asDouble()).isBetween(20.0, 4000.0);
    assertThat(result.path("threads").asInt()).isEqualTo(2);
    assertThat(result.path("structure_parameters").asInt())
        .as("two types of cells, two edges, two operations")
        .isEqualTo(8);
  }

  private static Consumer<JsonNode> is(double expected) {
    return node -> assertThat(node.asDouble()).isEqualTo(expected);
  }

  @Test
  void countsThePerceptronOfTheDocuments() throws IOException {
    JsonNode result = json("bench perceptron --json --warmup 1 --steps 2 --threads 1");
    assertThat(result.path("weight_step_ms").asDouble()).isPositive();
    assertThat(result.path("parameters").asInt()).isEqualTo(784 * 50 + 50 + 50 * 10 + 10);
    assertThat(result.path("multiply_adds").asInt()).isEqualTo(784 * 50 + 50 * 10);
    assertThat(result.path("step_multiply_adds").asLong()).isEqualTo(3L * 256 * (39_200 + 500));
    assertThat(result.has("bilevel_step_ms")).isFalse();
  }

  @Test
  void withoutJsonTheSameIsATable() {
    assertThat(run("bench perceptron --warmup 1 --steps 2")).as(errors.toString()).isZero();
    assertThat(output.toString())
        .containsPattern("weight_step +[0-9.]+ ms \\([0-9.]+ to [0-9.]+\\)")
        .containsPattern("parameters +39760");
  }

  @Test
  void anExportedStepHasTheLossOfItsOwnLogits() throws IOException {
    Path file = folder.resolve("step.npz");
    assertThat(run("bench step" + SMALL + " --export " + file)).as(errors.toString()).isZero();
    Map<String, NamedArray> arrays = NumpyArchive.read(file);
    float[] logits = values(arrays, "logits");
    float[] labels = values(arrays, "labels");
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      loss += crossEntropy(logits, 10 * i, (int) labels[i]) / labels.length;
    }
    assertThat((double) values(arrays, "loss")[0]).isCloseTo(loss, within(1e-5));
    assertThat(values(arrays, "images")).hasSize(4 * 36);
    assertThat(arrays)
        .containsKeys("parameters/classifier.dense_1.weight", "gradients/classifier.dense_1.weight")
        .containsKeys("structure/normal.0-2", "structure_gradients/reduction.1-2");
  }

  private static float[] values(Map<String, NamedArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name).values();
  }

  private static double crossEntropy(float[] logits, int start, int label) {
    double sum = 0;
    for (int k = 0; k < 10; k++) {
      sum += Math.exp(logits[start + k]);
    }
    return Math.log(sum) - logits[start + label];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench | Missing required subcommand",
        "bench stepp | stepp",
        "bench step --operations max_pol_3x3 | did you mean \"max_pool_3x3\"?",
        "bench step --operations none,none | --operations [none, none] names one operation twice",
        "bench step --batch 0 | --batch 0: must lie in 1..65536",
        "bench step --channels 5000 | --channels 5000: must lie in 1..4096",
        "bench step --cells 0 | --cells 0: must lie in 1..100",
        "bench step --nodes -1 | --nodes -1: must lie in 1..20",
        "bench step --classes 1 | --classes 1: must lie in 2..100000",
        "bench step --threads -2 | --threads -2: must lie in 0..1024",
        "bench step --batch 4 --chunk 5 | --chunk 5: must lie in 0..4",
        "bench step --steps 0 | --steps 0: must lie in 1..1000000",
        "bench step --warmup -1 | --warmup -1: must lie in 0..1000000",
        "bench step --input 28x28 | must be CxHxW",
        "bench step --input 0x28x28 | must be CxHxW",
        "bench step --input 9999x9999x9 | at most 33554432 numbers",
        "bench step --input 1x4000x4000 --batch 1 | activation of one image takes 2 GiB",
        "bench step --input 1x512x512 --batch 1024 | must hold at most 33554432 pixels",
        "bench step --wamup 1 | did you mean '--warmup'?",
        "bench perceptron --hidden 0 | --hidden 0: must lie in 1..65536",
        "bench perceptron --batch many | option '--batch': 'many' is not an int"
      })
  void badInputEndsWithTwoAndSaysWhatWasExpected(String line, String message) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(errors.toString()).contains(message).contains("--help");
    assertThat(output.toString()).isEmpty();
  }

  private JsonNode json(String line) throws IOException {
    assertThat(run(line)).as(errors.toString()).isZero();
    return new ObjectMapper().readTree(output.toString());
  }

  private int run(String line) {
    CommandLine command = Commands.line();
    return command
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(Splitter.on(' ').splitToStream(line).toArray(String[]::new));
  }
}
