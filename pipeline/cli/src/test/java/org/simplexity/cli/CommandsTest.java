package org.simplexity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandsTest {
  private static final Path LAUNCHER = Path.of("../../launcher");

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "trigger",
        "describe",
        "simplex",
        "evaluate",
        "materialise",
        "family",
        "regress",
        "runs"
      })
  void helpOfTheLauncherIsThatOfTheCommand(String command) throws IOException {
    assertThat(run(command, "--help")).isZero();
    assertThat(output.toString())
        .isEqualTo(Files.readString(LAUNCHER.resolve("help/" + command + ".txt")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "trigger",
        "describe",
        "simplex",
        "evaluate",
        "materialise",
        "family",
        "regress",
        "runs"
      })
  void completionKnowsEveryOption(String command) throws IOException {
    String script = Files.readString(LAUNCHER.resolve("completion.bash"));
    assertThat(Commands.line().getSubcommands().get(command).getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .isNotEmpty()
        .allSatisfy(option -> assertThat(script).contains(option));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run x.yaml --dry-urn | did you mean '--dry-run'?",
        "run x.yaml --parallel=many | Invalid value for option '--parallel'",
        "run | Missing required parameter: 'EXPERIMENT'",
        "run a.yaml b.yaml | b.yaml",
        "regress x.yaml | Missing required option: '--baseline",
        "regress x.yaml --baseline=main --sedes=1 | did you mean '--seeds",
        "runs --compare abcd | --compare",
        "rnu | Unmatched argument at index 0: 'rnu'"
      })
  void badArgumentsEndWithTwo(String line, String message) {
    assertThat(run(Splitter.on(" ").splitToStream(line).toArray(String[]::new))).isEqualTo(2);
    assertThat(errors.toString()).contains(message).contains("--help");
  }

  @Test
  void aMissingFileEndsWithTwoAndNamesTheFile() {
    assertThat(run("run", folder.resolve("nowhere.yaml").toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("nowhere.yaml");
  }

  @Test
  void allMistakesAreShownAtOnceWithTheirLines() throws IOException {
    Path file = experiment("name: x\nsede: 1\nsearch:\n  epochs: none\n  batch: -4\n");
    assertThat(run("run", file.toString(), "--dry-run")).isEqualTo(2);
    assertThat(errors.toString()).contains(":2:", "seed", ":4:", "epochs", ":5:", "batch");
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void aDryRunPrintsTheTasksAndRunsNothing() throws IOException {
    Path file = experiment("name: mine\ndata: {set: digits}\n");
    assertThat(run("run", file.toString(), "--dry-run")).as(errors.toString()).isZero();
    assertThat(output.toString()).startsWith("mine: ").contains("search", "report");
  }

  @Test
  void aDryRunForProgramsIsOneJsonObject() throws IOException {
    Path file = experiment("name: mine\ndata: {set: digits}\n");
    assertThat(run("run", file.toString(), "--dry-run", "--json", "--set", "name=yours")).isZero();
    JsonNode graph = new ObjectMapper().readTree(output.toString());
    assertThat(graph.path("experiment").asText()).isEqualTo("yours");
    assertThat(graph.path("tasks")).isNotEmpty();
  }

  @Test
  void tasksSideBySideAreASettingLikeAnyOther() throws IOException {
    Path file = experiment("name: mine\ndata: {set: digits}\n");
    assertThat(run("run", file.toString(), "--dry-run", "--parallel", "0")).isEqualTo(2);
    assertThat(errors.toString()).contains("runtime.parallel_tasks");
  }

  private Path experiment(String text) throws IOException {
    return Files.writeString(folder.resolve("experiment.yaml"), text);
  }

  private int run(String... arguments) {
    CommandLine line = Commands.line();
    return line.setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
