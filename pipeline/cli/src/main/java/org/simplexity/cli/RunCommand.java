package org.simplexity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.GraphText;
import org.simplexity.experiment.graph.TaskGraph;
import org.simplexity.experiment.run.Console;
import org.simplexity.experiment.run.LocalRunner;
import org.simplexity.experiment.run.RunnerSettings;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment file from images to report. */
@Command(
    name = "run",
    description =
        "Runs an experiment from images to report. Finished tasks are skipped, failed ones run again.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Runs, metrics, drawings and the report are in MLflow: in the server of MLFLOW_TRACKING_URI, or in",
      "the local one, which is started when needed (./simplexity mlflow status shows its address).",
      "",
      "For example:",
      "  ./simplexity run experiments/quickstart.yaml",
      "  ./simplexity run experiments/fashion-mnist.yaml --set data.from=DIR --set search.epochs=5"
    })
final class RunCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "EXPERIMENT", description = "experiment file (YAML)")
  @SuppressWarnings("NullAway.Init")
  private Path experiment;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "replaces a value of the file, for instance train.epochs=10; repeatable")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--dry-run", description = "checks the file and prints its tasks; runs nothing")
  private boolean dryRun;

  @Option(
      names = "--json",
      description = "prints JSON lines, for programs, instead of progress bars and tables")
  private boolean json;

  @Option(names = "--fresh", description = "runs every task again, finished or not")
  private boolean fresh;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "tasks side by side; short for --set runtime.parallel_tasks=N")
  private @Nullable Integer parallel;

  @Option(
      names = "--tracking-uri",
      paramLabel = "URL",
      description = "tracking server, instead of MLFLOW_TRACKING_URI or the local one")
  private @Nullable URI trackingUri;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "folder of logs, checkpoints and the report (default: work)")
  private @Nullable Path work;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LogOutput.toStandardError(false);
    ExperimentFile file = ExperimentFile.read(experiment, allOverrides());
    TaskGraph graph = TaskGraph.of(file);
    return (dryRun ? show(graph) : run(file, graph)).code();
  }

  private ExitCode run(ExperimentFile file, TaskGraph graph)
      throws IOException, InterruptedException {
    RunnerSettings settings = settings();
    try (Tracker tracker = Connection.open(settings.trackingUri(), settings.work());
        Console console = console()) {
      return LocalRunner.run(file, graph, settings, tracker, console);
    }
  }

  private Console console() {
    return json ? Console.jsonLines(System.out) : Console.here(System.out);
  }

  private RunnerSettings settings() throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    Distribution here = Distribution.here(environment);
    URI server = new TrackingServer(environment, spec.commandLine().getErr()).address(trackingUri);
    Path folder = work == null ? here.work() : work.toAbsolutePath();
    return RunnerSettings.of(here.folder(), folder, server).withFresh(fresh);
  }

  private List<String> allOverrides() {
    List<String> all = new ArrayList<>(overrides);
    if (parallel != null) {
      all.add("runtime.parallel_tasks=" + parallel);
    }
    return all;
  }

  private ExitCode show(TaskGraph graph) {
    GraphText text = new GraphText(graph);
    PrintWriter output = spec.commandLine().getOut();
    output.println(json ? text.json() : text.tree().stripTrailing());
    output.flush();
    return ExitCode.DONE;
  }
}
