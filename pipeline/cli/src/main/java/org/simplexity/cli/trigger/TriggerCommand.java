package org.simplexity.cli.trigger;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowSettings;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.trigger.ExperimentTrigger;
import org.simplexity.airflow.trigger.TriggerRequest;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.experiment.stage.Reuse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment file on Airflow. */
@Command(
    name = "trigger",
    description =
        "Runs an experiment on Airflow: checks the file here, then starts a run of its DAG there.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "The DAG has the name of the file without .yaml. With --watch the exit code is the experiment's,",
      "as that of ./simplexity run; Ctrl-C ends only the watching. Who asks is told by the variables",
      "SIMPLEXITY_AIRFLOW_USERNAME and SIMPLEXITY_AIRFLOW_PASSWORD, or SIMPLEXITY_AIRFLOW_TOKEN, or by",
      "a JSON file with url, username and password that SIMPLEXITY_AIRFLOW_CREDENTIALS names;",
      "./simplexity airflow up writes one for the local Airflow.",
      "",
      "For example:",
      "  ./simplexity trigger experiments/quickstart.yaml --watch",
      "  ./simplexity trigger experiments/quickstart.yaml --set sweep.seed=[0,1,2] --run-id nightly-7"
    })
public final class TriggerCommand implements Callable<Integer> {
  private final Map<String, String> environment;

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

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "name of the DAG run; the same name and values find the same run again")
  private @Nullable String runId;

  @Option(names = "--watch", description = "shows the tasks until the run has ended")
  private boolean watch;

  @Option(
      names = "--airflow",
      paramLabel = "URL",
      description = "Airflow, instead of SIMPLEXITY_AIRFLOW_URL or the local one")
  private @Nullable URI server;

  @Option(
      names = "--reuse",
      paramLabel = "SCOPE",
      converter = Reuse.Converter.class,
      description =
          "finished tasks that count: parent (of this DAG run, the default), experiment, or nothing")
  private @Nullable Reuse reuse;

  @Option(
      names = "--json",
      description = "prints JSON lines, for programs, instead of a view and tables")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  /** A command with the variables of this process. */
  public TriggerCommand() {
    this(System.getenv());
  }

  /**
   * A command with other variables.
   *
   * @param environment variables that tell where Airflow is, and who asks
   */
  TriggerCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    LogOutput.toStandardError(false);
    TriggerRequest request =
        new TriggerRequest(
            experiment, overrides, Optional.ofNullable(runId), Optional.ofNullable(reuse));
    ExperimentTrigger.check(request);
    Airflow airflow = Airflow.connect(AirflowSettings.of(server, environment));
    try (WatchView view = view()) {
      DagRun run = new ExperimentTrigger(airflow, view::tell).start(request);
      view.triggered(run, airflow.page(run));
      return watch ? new RunWatch(airflow, run, view, again(run)).toEnd() : ExitCode.DONE.code();
    }
  }

  private WatchView view() {
    PrintWriter out = spec.commandLine().getOut();
    return json ? new JsonView(out) : WatchView.here(out);
  }

  /** The command that watches this run again. */
  private String again(DagRun run) {
    List<String> words =
        new ArrayList<>(List.of("./simplexity trigger", quoted(experiment.toString())));
    overrides.forEach(override -> words.add("--set " + quoted(override)));
    if (server != null) {
      words.add("--airflow " + quoted(server.toString()));
    }
    if (reuse != null) {
      words.add("--reuse " + reuse);
    }
    words.add("--run-id " + quoted(run.runId()) + " --watch");
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
