package org.simplexity.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.cli.Commands;
import org.simplexity.cli.regress.HandMade;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** Runs in a table and side by side, from a real tracking server. */
@ExtendWith(MlflowServer.class)
class RunsCommandTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String name = "runs-" + UUID.randomUUID();
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private Tracker tracker;

  RunsCommandTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    tracker = Connection.open(server.uri(), folder);
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void aLineTellsWhatRanHowAndHowItEnded() {
    String run = made().run(List.of("0", "2"), accuracy -> accuracy);
    String failed = made().run(List.of("1"), accuracy -> accuracy, RunStatus.FAILED);
    assertThat(runs(name)).as(errors.toString()).isZero();
    List<String> lines = output.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("run       experiment").contains("test/accuracy");
    assertThat(lines.get(1)).startsWith(failed.substring(0, 8)).contains("failed", "0.9010");
    assertThat(lines.get(2))
        .startsWith(run.substring(0, 8))
        .contains(name, "finished", "local", "0,2", "0.9010 ±\u00A00.0014", "1.00 k ±\u00A00");
    assertThat(lines).hasSize(3);
  }

  @Test
  void theNewestAreEnoughAndAFileNamesItsExperiment() throws IOException {
    made().run(List.of("0"), accuracy -> accuracy);
    String newest = made().run(List.of("0"), accuracy -> accuracy);
    Path file = Files.writeString(folder.resolve("x.yaml"), "name: " + name + "\n");
    assertThat(runs(file.toString(), "--last", "1")).isZero();
    assertThat(output.toString().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(newest.substring(0, 8));
  }

  @Test
  void allExperimentsAreListedWithoutAName() {
    String run = made().run(List.of("0"), accuracy -> accuracy);
    assertThat(runs("--last", "1000")).isZero();
    assertThat(output.toString()).contains(run.substring(0, 8), name);
  }

  @Test
  void twoRunsSideBySideShowWhatDiffers() {
    String one = made().run(List.of("0", "1"), accuracy -> accuracy);
    String other = made("space.channels=8").run(List.of("0", "1"), accuracy -> accuracy + 0.02);
    assertThat(runs("--compare", one.substring(0, 12), other, "--metric", "test/loss")).isZero();
    assertThat(output.toString())
        .containsPattern("space.channels +16 +8")
        .containsPattern("test/accuracy +0.9005.* 0.9205.*\\(\\+0.0200\\)")
        .containsPattern("test/loss +– +–")
        .doesNotContain("space.cells");
  }

  @Test
  void programsReadJson() throws IOException {
    String one = made().run(List.of("0"), accuracy -> accuracy);
    String other = made("space.channels=8").run(List.of("0"), accuracy -> accuracy);
    assertThat(runs(name, "--json")).isZero();
    JsonNode first = new ObjectMapper().readTree(output.toString()).get(0);
    assertThat(first.path("run_id").asText()).isEqualTo(other);
    assertThat(first.path("metrics").path("test/accuracy").get(0).asDouble()).isEqualTo(0.9);
    output.getBuffer().setLength(0);
    assertThat(runs(name, "--json", "--compare", one, other)).isZero();
    JsonNode sides = new ObjectMapper().readTree(output.toString());
    assertThat(sides.path("parameters").path("space.channels").path(other).asText()).isEqualTo("8");
  }

  @Test
  void whatIsNotThereIsToldWithTheNearest() {
    String run = made().run(List.of("0"), accuracy -> accuracy);
    assertThat(runs(name.substring(0, name.length() - 1) + "_")).isEqualTo(2);
    assertThat(errors.toString()).contains("no experiment", "did you mean \"" + name + "\"?");
    String wrong = (run.charAt(0) == 'a' ? "b" : "a") + run.substring(1, 12);
    assertThat(runs(name, "--compare", wrong, run)).isEqualTo(2);
    assertThat(errors.toString()).contains(wrong, "did you mean \"" + run.substring(0, 12) + "\"?");
    assertThat(runs("--compare", "ab", run)).isEqualTo(2);
    assertThat(errors.toString()).contains("4 characters or more");
    assertThat(runs("--last", "0")).isEqualTo(2);
    assertThat(errors.toString()).contains("--last 0 must be 1 or more");
  }

  private HandMade made(String... overrides) {
    return new HandMade(
        tracker, ExperimentFile.parse("x.yaml", "name: " + name + "\n", List.of(overrides)));
  }

  private int runs(String... words) {
    List<String> arguments = new ArrayList<>(List.of("runs"));
    arguments.addAll(List.of(words));
    arguments.addAll(List.of("--tracking-uri", server.uri().toString()));
    return Commands.line()
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.toArray(new String[0]));
  }
}
