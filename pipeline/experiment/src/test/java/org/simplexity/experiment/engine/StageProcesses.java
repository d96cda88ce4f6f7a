package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.stage.ExitCode;

/** An engine as plain as can be: every task of a plan once, one after the other. */
final class StageProcesses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final URI server;
  private final Map<String, JsonNode> results = new HashMap<>();
  private final Map<String, Integer> codes = new HashMap<>();

  StageProcesses(Path folder, URI server) {
    this.folder = folder;
    this.server = server;
  }

  /** Runs all tasks of a plan whose upstream tasks have results. */
  void run(JsonNode plan) throws IOException, InterruptedException {
    for (Map.Entry<String, JsonNode> stage : plan.path("tasks").properties()) {
      for (int i = 0; i < stage.getValue().size(); i++) {
        run(stage.getKey(), i, stage.getValue().path(i));
      }
    }
  }

  /** The last line of a task; missing where it was skipped or failed. */
  JsonNode result(String stage, int index) {
    return results.getOrDefault(stage + index, JSON.missingNode());
  }

  /** How a task's process ended; {@link ExitCode#INTERRUPTED} where it never began. */
  int code(String stage, int index) {
    return codes.getOrDefault(stage + index, ExitCode.INTERRUPTED.code());
  }

  private void run(String stage, int index, JsonNode task)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    task.path("java").forEach(word -> words.add(word.asText()));
    words.addAll(List.of("-jar", folder.resolve("dist/stages/" + stage + ".jar").toString()));
    task.path("arguments").forEach(word -> words.add(word.asText()));
    for (JsonNode above : task.path("upstream")) {
      JsonNode result = result(above.path("stage").asText(), above.path("index").asInt());
      if (result.isMissingNode()) {
        return;
      }
      words.add("--upstream");
      words.add(above.path("stage").asText() + "=" + result.path("run_id").asText());
    }
    words.addAll(List.of("--tracking-uri", server.toString()));
    words.addAll(List.of("--work", folder.resolve("work").toString()));
    words.addAll(List.of("--tag", "engine.map_index=" + index));
    start(stage + index, words);
  }

  private void start(String name, List<String> words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    codes.put(name, code);
    results.remove(name);
    if (code == 0) {
      List<String> lines = said.lines().toList();
      results.put(name, JSON.readTree(lines.get(lines.size() - 1)));
    }
  }
}
