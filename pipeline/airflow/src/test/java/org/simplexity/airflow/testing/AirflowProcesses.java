package org.simplexity.airflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The processes of one Airflow; each writes a log of its own. */
final class AirflowProcesses {
  private final Path program;
  private final Path home;
  private final Map<String, String> variables;
  private final Map<String, Process> running = new ConcurrentHashMap<>();

  AirflowProcesses(Path program, Path home, Map<String, String> variables) {
    this.program = program;
    this.home = home;
    this.variables = variables;
    Runtime.getRuntime().addShutdownHook(new Thread(this::killAll));
  }

  /** Runs a command to its end. */
  void run(String... arguments) {
    Process process = process(arguments);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "airflow "
                + String.join(" ", arguments)
                + " failed:\n"
                + Files.readString(log(arguments)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts what goes on. */
  void start(String command) {
    running.put(command, process(command));
  }

  /** Kills what was started, and its children. */
  void kill(String command) {
    Process process = running.remove(command);
    if (process != null) {
      List<ProcessHandle> all =
          Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(handle -> handle.onExit().join());
    }
  }

  void killAll() {
    List.copyOf(running.keySet()).forEach(this::kill);
  }

  private Process process(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().putAll(variables);
    builder
        .environment()
        .merge("PATH", String.valueOf(program.getParent()), (path, bin) -> bin + ":" + path);
    builder.redirectErrorStream(true).redirectOutput(log(arguments).toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log(String... arguments) {
    return home.resolve(String.join("-", arguments) + ".log");
  }

  static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("airflow-home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
