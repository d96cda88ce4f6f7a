package org.simplexity.cli.runs;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.cli.Distribution;
import org.simplexity.cli.TrackingServer;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and compares runs of whole experiments. */
@Command(
    name = "runs",
    description =
        "Lists runs of experiments from MLflow in a table, newest first, or side by side.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "A metric is the mean ± standard deviation over the tasks that train, else over all that have it.",
      "Runs are named by their ids or the first characters of them.",
      "",
      "For example:",
      "  ./simplexity runs",
      "  ./simplexity runs quickstart --last 5 --metric test/loss --metric time/total_seconds",
      "  ./simplexity runs --compare 1f0c2d3e 5a6b7c8d"
    })
public final class RunsCommand implements Callable<Integer> {
  private static final List<String> HEADLINE = List.of("test/accuracy", "model/parameters");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "EXPERIMENT",
      arity = "0..1",
      description = "name of an experiment, or its file (default: all experiments)")
  private String experiment = "";

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "at most so many runs (default: ${DEFAULT-VALUE})")
  private int last = 20;

  @Option(
      names = "--compare",
      paramLabel = "RUN",
      arity = "2..*",
      description = "shows these runs side by side: parameters that differ, and metrics")
  private List<String> compared = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "shows this metric too; repeatable (always: test/accuracy, model/parameters)")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--tracking-uri",
      paramLabel = "URL",
      description = "tracking server, instead of MLFLOW_TRACKING_URI or the local one")
  private @Nullable URI trackingUri;

  @Option(names = "--json", description = "prints JSON, for programs")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  /** Made by picocli. */
  public RunsCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    LogOutput.toStandardError(false);
    if (last < 1) {
      throw new IllegalArgumentException("--last " + last + " must be 1 or more");
    }
    String name = name();
    Map<String, String> environment = System.getenv();
    URI server = new TrackingServer(environment, spec.commandLine().getErr()).address(trackingUri);
    try (Tracker tracker = Connection.open(server, Distribution.here(environment).work())) {
      List<ExperimentRow> rows = new ExperimentRows(tracker).of(name);
      print(compared.isEmpty() ? table(rows) : sideBySide(rows));
    }
    return ExitCode.DONE.code();
  }

  private String table(List<ExperimentRow> rows) {
    RunsTable table = new RunsTable(allMetrics(), ZoneId.systemDefault());
    List<ExperimentRow> shown = rows.stream().limit(last).toList();
    return json ? table.json(shown) : table.text(shown);
  }

  private String sideBySide(List<ExperimentRow> rows) {
    List<ExperimentRow> chosen =
        compared.stream().map(id -> ExperimentRows.named(rows, id)).toList();
    SideBySide sides = new SideBySide(chosen, allMetrics());
    return json ? sides.json() : sides.text();
  }

  private List<String> allMetrics() {
    List<String> all = new ArrayList<>(HEADLINE);
    metrics.stream().filter(metric -> !all.contains(metric)).forEach(all::add);
    return all;
  }

  private String name() {
    boolean isFile = experiment.endsWith(".yaml") || experiment.endsWith(".yml");
    if (isFile || (!experiment.isEmpty() && Files.isRegularFile(Path.of(experiment)))) {
      return ExperimentFile.read(Path.of(experiment), List.of()).experiment().name();
    }
    return experiment;
  }

  private void print(String text) {
    PrintWriter output = spec.commandLine().getOut();
    output.println(text);
    output.flush();
  }
}
