package org.simplexity.experiment.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** The log of a task: what its tries wrote to standard error, one after the other. */
record TaskLog(Path file) {
  private static final int TAIL = 20;

  static TaskLog of(Path folder, String task) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    TaskLog log = new TaskLog(logs.resolve(task + ".log"));
    Files.deleteIfExists(log.file);
    return log;
  }

  void header(int attempt, String runId) throws IOException {
    String line = "--- try " + attempt + ", run " + runId + System.lineSeparator();
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The last lines, indented. */
  String tail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
          .map(line -> "  | " + line)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "  | (the log cannot be read: " + e + ")";
    }
  }
}
