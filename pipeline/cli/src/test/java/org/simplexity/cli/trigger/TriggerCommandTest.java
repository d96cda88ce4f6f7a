package org.simplexity.cli.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.testing.AirflowServer;
import org.simplexity.cli.Commands;
import picocli.CommandLine;

/** The command at a real Airflow whose DAGs keep the contract of experiments. */
@ExtendWith(AirflowServer.class)
@Timeout(120)
class TriggerCommandTest {
  private static final String TEXT = "name: tiny\nsearch: {epochs: 3}\n";

  @TempDir Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final AirflowServer server;
  private final Airflow airflow;

  TriggerCommandTest(AirflowServer server) {
    this.server = server;
    this.airflow = server.connect();
  }

  @Test
  void aRunIsWatchedToItsGoodEnd() throws IOException {
    int code = trigger(file("tiny", TEXT), "--run-id", "good", "--watch", "--set", "seed=5");
    assertThat(code).as(errors.toString()).isZero();
    assertThat(output.toString())
        .containsPattern("\\d\\d:\\d\\d:\\d\\d  DAG run good of tiny: queued")
        .contains("Airflow: " + server.uri() + "/dags/tiny/runs/good")
        .contains("MLflow: http://127.0.0.1:5001/#/experiments/1/runs/abc")
        .containsPattern("search\\[seed=0]: success  \\d+\\.\\d s")
        .containsPattern("(?m)^task +state +time +tries$")
        .containsPattern("(?m)^search\\[seed=1] +success +\\d+\\.\\d s +1$")
        .contains("best/test/accuracy 0.9861")
        .contains("DAG run good: success after");
    assertThat(airflow.run("tiny", "good").orElseThrow().conf())
        .isEqualTo(Map.of("seed", new IntNode(5)));
    output.getBuffer().setLength(0);
    assertThat(trigger(file("tiny", TEXT), "--run-id", "good", "--watch", "--set", "seed=5"))
        .isZero();
    assertThat(output.toString())
        .contains("DAG run good of tiny: success", "DAG run good: success");
  }

  @Test
  void aFailedRunShowsItsLogAndEndsWithTheExitCodeOfTheExperiment() throws IOException {
    int code =
        trigger(
            file("tiny", TEXT), "--run-id", "bad", "--watch", "--json", "--set", "search.epochs=4");
    assertThat(code).isEqualTo(4);
    List<JsonNode> lines = lines();
    assertThat(event(lines, "triggered").path("page").asText()).endsWith("/dags/tiny/runs/bad");
    JsonNode log = event(lines, "log");
    assertThat(log.path("task").asText()).isEqualTo("search[seed=1]");
    assertThat(log.path("lines")).hasSize(20);
    assertThat(log.path("lines").toString())
        .contains("seed=1: step 40", "exit code 4")
        .doesNotContain("step 5\"");
    JsonNode result = event(lines, "result");
    assertThat(result.path("exit_code").asInt()).isEqualTo(4);
    assertThat(result.path("state").asText()).isEqualTo("failed");
    assertThat(result.path("outcome").path("metrics").path("best/test/accuracy").asDouble())
        .isEqualTo(0.986111);
  }

  @Test
  void aRunThatDoesNotComeToItsConclusionEndsWithThree() throws IOException {
    assertThat(trigger(file("stopped", "name: stopped\n"), "--watch")).isEqualTo(3);
    assertThat(output.toString()).contains("end of the log of plan:", "no such tracker");
  }

  @Test
  void withoutWatchingItReturnsAtOnce() throws IOException {
    assertThat(trigger(file("tiny", TEXT + "seed: 8\n"), "--reuse", "nothing", "--run-id", "later"))
        .isZero();
    assertThat(output.toString()).contains("/dags/tiny/runs/later").doesNotContain("tries");
    assertThat(airflow.run("tiny", "later").map(DagRun::conf).orElseThrow())
        .containsOnlyKeys("reuse", "experiment");
  }

  @Test
  void whatAirflowRefusesEndsWithTwoAndItsMessage() throws IOException {
    Path tiny = file("tiny", TEXT);
    assertThat(trigger(tiny, "--set", "search.epochs=101")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("does not take search.epochs: 101 is greater than the maximum of 100");
    assertThat(trigger(tiny, "--run-id", "taken")).isZero();
    assertThat(trigger(tiny, "--run-id", "taken", "--set", "seed=1")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("run id \"taken\" belongs to a run of DAG \"tiny\"", "seed was not set, is 1");
    assertThat(trigger(tiny, "--reuse", "all")).isEqualTo(2);
    assertThat(errors.toString()).contains("\"all\" is none of nothing, parent, experiment");
  }

  @Test
  void aFileWithMistakesIsToldWithoutAskingAirflow() throws IOException {
    assertThat(run(Map.of(), file("tiny", "name: tiny\nsede: 1\n").toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("tiny.yaml:2:", "seed");
  }

  @Test
  void anAirflowThatIsNotThereEndsWithThree() throws IOException {
    Map<String, String> away = new HashMap<>(server.environment());
    away.put("SIMPLEXITY_AIRFLOW_URL", "http://127.0.0.1:9");
    assertThat(run(away, file("tiny", TEXT).toString())).isEqualTo(3);
    assertThat(errors.toString())
        .contains("connection refused", "./simplexity airflow up", "--airflow URL");
  }

  @Test
  void theEndOfTheWatchingLeavesTheRunAndTellsHowToGoOn() throws Exception {
    Path file = file("long", "name: long\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.simplexity.cli.Main",
            "trigger",
            file.toString(),
            "--run-id",
            "left",
            "--watch");
    builder.environment().putAll(server.environment());
    Path said = folder.resolve("said.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    while (!Files.readString(said).contains("sleep: running")) {
      assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
      Thread.sleep(200);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(Files.readString(said))
        .contains("the run goes on in Airflow")
        .contains("./simplexity trigger " + file + " --run-id left --watch");
    assertThat(airflow.run("long", "left").orElseThrow().state().ended()).isFalse();
    airflow.cancel("long", "left");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  private int trigger(Path file, String... more) {
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(more));
    return run(server.environment(), arguments.toArray(String[]::new));
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandLine all = Commands.line();
    return new CommandLine(new TriggerCommand(environment))
        .setParameterExceptionHandler(all.getParameterExceptionHandler())
        .setExecutionExceptionHandler(all.getExecutionExceptionHandler())
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : output.toString().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static JsonNode event(List<JsonNode> lines, String name) {
    return lines.stream()
        .filter(line -> line.path("event").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
