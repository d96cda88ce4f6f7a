package org.simplexity.stage.dataprep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The stage as its own process, started as every engine starts it. */
final class StageProcess {
  private final Path folder;
  private final URI tracker;
  private final Map<String, String> environment;

  /**
   * How a process ended.
   *
   * @param exitCode its exit code
   * @param lines lines on standard output
   * @param log standard error
   */
  record Ended(int exitCode, List<String> lines, String log) {
    /** The last line, parsed. */
    JsonNode result() throws IOException {
      return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }
  }

  StageProcess(Path folder, URI tracker, Map<String, String> environment) {
    this.folder = folder;
    this.tracker = tracker;
    this.environment = environment;
  }

  Ended run(String name, String... overrides) throws IOException, InterruptedException {
    Path experiment = Files.writeString(folder.resolve("experiment.yaml"), "name: " + name + "\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "--experiment", experiment.toString()));
    command.addAll(List.of("--tracking-uri", tracker.toString()));
    command.addAll(List.of("--work", folder.resolve("work").toString()));
    for (String override : overrides) {
      command.addAll(List.of("--set", override));
    }
    Path out = folder.resolve("out.txt");
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after 90 s: " + Files.readString(log));
    }
    return new Ended(process.exitValue(), Files.readAllLines(out), Files.readString(log));
  }
}
