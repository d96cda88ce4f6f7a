package org.simplexity.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command as a process of its own. */
final class Shell {
  private final Path folder;
  private final Map<String, String> environment;
  private final int minutes;

  /** Commands run in the folder, with these variables on top of a bare environment. */
  Shell(Path folder, Map<String, String> environment) {
    this(folder, environment, 2);
  }

  private Shell(Path folder, Map<String, String> environment, int minutes) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.minutes = minutes;
  }

  /** The same with more time for each command than two minutes. */
  Shell withPatience(int longest) {
    return new Shell(folder, environment, longest);
  }

  /** How a command ended and what it said. */
  record Outcome(int code, String output, String errors) {}

  /** The command's outcome; a command that takes too long is ended and fails the test. */
  Outcome run(String... command) throws IOException, InterruptedException {
    File output = Files.createTempFile("output", ".txt").toFile();
    File errors = Files.createTempFile("errors", ".txt").toFile();
    Process process = builder(List.of(command), output, errors).start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end within " + minutes + " minutes: " + List.of(command));
    }
    return new Outcome(process.exitValue(), text(output), text(errors));
  }

  private ProcessBuilder builder(List<String> command, File output, File errors) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectOutput(output).redirectError(errors);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    Map<String, String> variables = builder.environment();
    variables.keySet().retainAll(List.of("PATH", "HOME", "JAVA_HOME", "LANG", "TMPDIR"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.putAll(environment);
    return builder;
  }

  private static String text(File file) throws IOException {
    String text = Files.readString(file.toPath(), StandardCharsets.UTF_8);
    Files.delete(file.toPath());
    return text;
  }
}
