package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** {@code mlflow/server up|status|down}, as people and the launcher call it. */
@ExtendWith(MlflowServer.class)
class ServerCommandTest {
  @TempDir Path folder;

  /** How a command ended. */
  private record Ended(int code, String said) {}

  @Test
  void upTwiceIsTheSameAsOnce(MlflowServer server) throws Exception {
    String store = server.store().toString();
    String before = Files.readString(server.store().resolve("server.json"));
    assertThat(command(Map.of(), "up", "--store", store))
        .isEqualTo(new Ended(0, server.uri() + "\n"));
    assertThat(server.store().resolve("server.json")).hasContent(before);
    Ended status = command(Map.of(), "status", "--store", store);
    assertThat(status.code()).isZero();
    assertThat(status.said()).contains(server.uri().toString());
  }

  @Test
  void aRunningServerIsNotMovedToAnotherPort(MlflowServer server) throws Exception {
    Ended ended = command(Map.of(), "up", "--store", server.store().toString(), "--port", "5999");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said()).contains("runs already, at " + server.uri(), "down");
  }

  @Test
  void aTakenPortIsToldWithItsOwnerAndTheWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Ended ended =
          command(Map.of("SIMPLEXITY_MLFLOW_PORT", port), "up", "--store", folder.toString());
      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.said())
          .contains("port " + port + " is taken by")
          .contains("process " + ProcessHandle.current().pid())
          .containsPattern("--port \\d+, or SIMPLEXITY_MLFLOW_PORT=\\d+");
    }
  }

  @Test
  void theNoteOfADeadServerIsDropped() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    String note = "{\"pid\":" + dead.pid() + ",\"born\":\"1\",\"port\":1,\"url\":\"http://x:1\"}";
    Path file = Files.writeString(folder.resolve("server.json"), note);
    Ended status = command(Map.of(), "status", "--store", folder.toString());
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.said()).contains("not running");
    assertThat(file).doesNotExist();
    assertThat(command(Map.of(), "down", "--store", folder.toString()).code()).isZero();
  }

  @Test
  void anotherProcessUnderTheOldNumberIsNotEnded() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      String note =
          "{\"pid\":" + bystander.pid() + ",\"born\":\"1\",\"port\":1,\"url\":\"http://x:1\"}";
      Files.writeString(folder.resolve("server.json"), note);
      assertThat(command(Map.of(), "down", "--store", folder.toString()).said())
          .contains("not running");
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroy();
    }
  }

  @Test
  void aPythonWithoutMlflowIsToldWithTheRemedy() throws Exception {
    Ended ended =
        command(
            Map.of(
                "SIMPLEXITY_PYTHON",
                "/no/python",
                "SIMPLEXITY_MLFLOW_PORT",
                "" + MlflowServer.freePort()),
            "up",
            "--store",
            folder.toString());
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said()).contains("/no/python", "requirements.lock", "SIMPLEXITY_PYTHON");
  }

  @Test
  void wrongArgumentsEndWithTwo() throws Exception {
    assertThat(command(Map.of(), "start").code()).isEqualTo(2);
    assertThat(command(Map.of(), "up", "--port", "70000").said()).contains("between 1 and 65535");
    assertThat(command(Map.of("SIMPLEXITY_MLFLOW_PORT", "x"), "up").code()).isEqualTo(2);
    assertThat(command(Map.of("SIMPLEXITY_MLFLOW_BACKEND", "postgres://db/runs"), "up"))
        .satisfies(ended -> assertThat(ended.code()).isEqualTo(2))
        .satisfies(ended -> assertThat(ended.said()).contains("'postgres'", "postgresql, mysql"));
  }

  @Test
  void anUnreachableDatabaseIsToldWithoutItsPassword() throws Exception {
    String backend =
        "postgresql://mlflow:unspeakable@127.0.0.1:" + MlflowServer.freePort() + "/mlflow";
    Ended ended =
        command(
            Map.of("SIMPLEXITY_MLFLOW_PORT", "" + MlflowServer.freePort()),
            "up",
            "--store",
            folder.toString(),
            "--backend",
            backend,
            "--wait",
            "20");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said()).contains("server.log").doesNotContain("unspeakable");
  }

  private static Ended command(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(MlflowServer.repository().resolve("mlflow/server").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    MlflowServer.python()
        .ifPresent(p -> builder.environment().put("SIMPLEXITY_PYTHON", p.toString()));
    builder.environment().remove("SIMPLEXITY_MLFLOW_PORT");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
