package org.simplexity.experiment.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.tracking.Tracker;

/** Runs small experiments of three stages with the fixture's jars. */
final class Workshop {
  static final List<StageDescription> STAGES =
      List.of(Stages.named("data-prep"), Stages.named("search"), Stages.named("report"));

  private final Path folder;
  private final URI server;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  Workshop(Path folder, URI server) throws IOException {
    this.folder = folder;
    this.server = server;
    Distribution.in(folder.resolve("dist"), "data-prep", "search", "report");
  }

  /** An experiment whose description says what goes wrong. */
  Path experiment(String name, String description) throws IOException {
    String text =
        """
        name: %s
        description: "%s"
        search: {epochs: 5}
        runtime: {heap_mb: 128, checkpoint_seconds: 0}
        """
            .formatted(name, description);
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  ExitCode run(Path experiment) throws IOException, InterruptedException {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return run(experiment, new PlainConsole(out));
  }

  ExitCode run(Path experiment, Console console) throws IOException, InterruptedException {
    ExperimentFile file = ExperimentFile.read(experiment, List.of());
    RunnerSettings settings =
        new RunnerSettings(
            folder.resolve("dist"), work(), server, false, false, Duration.ofMillis(100));
    try (Tracker tracker = tracker()) {
      return LocalRunner.run(file, TaskGraph.of(file, STAGES), settings, tracker, console);
    }
  }

  /** What the runner told at its last run. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  Path work() {
    return folder.resolve("work");
  }

  Tracker tracker() {
    return Connection.open(server, work());
  }

  /** The runner as a process of its own, to be killed: folder, server, experiment. */
  public static void main(String[] args) throws Exception {
    Workshop workshop = new Workshop(Path.of(args[0]), URI.create(args[1]));
    System.exit(workshop.run(Path.of(args[2]), new PlainConsole(System.out)).code());
  }
}
