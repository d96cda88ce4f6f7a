package org.simplexity.cli.regress;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.AirflowSettings;
import org.simplexity.cli.Distribution;
import org.simplexity.cli.TrackingServer;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.run.Console;
import org.simplexity.experiment.run.RunnerSettings;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.experiment.stage.Reuse;
import org.simplexity.regression.metric.MetricRules;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment over seeds and compares it with a named baseline. */
@Command(
    name = "regress",
    description =
        "Runs an experiment over its seeds and tells whether it is worse than a baseline.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit codes: 0 no worse, 1 worse, 2 bad use, 3 infrastructure, 6 not comparable (other data, other",
      "space, a missing metric or baseline: these never pass). Tasks of an unchanged code and experiment",
      "that finished before are not run again. By default accuracies may fall by 0.01, losses and sizes",
      "rise by 5%%, and search:check/gradient_error must be at most 0.05; docs/regress.md tells the rest.",
      "",
      "For example:",
      "  ./simplexity regress experiments/regression.yaml --baseline main --seeds 0,1,2,3,4",
      "  ./simplexity regress experiments/regression.yaml --baseline main --promote",
      "  ./simplexity regress experiments/quickstart.yaml --baseline 1f0c2d3e --metric test/loss:lower:20%%"
    })
public final class RegressCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "EXPERIMENT", description = "experiment file (YAML)")
  @SuppressWarnings("NullAway.Init")
  private Path experiment;

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "ALIAS|RUN",
      description =
          "what to compare with: an alias of the registered model named as the experiment, such as"
              + " champion, or the id of a finished run")
  @SuppressWarnings("NullAway.Init")
  private String baseline;

  @Option(
      names = "--seeds",
      paramLabel = "N,N,…",
      description = "seeds to run over (default: the file's sweep.seed, else the baseline's)")
  private String seeds = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "replaces a value of the file; repeatable")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "RULE",
      description =
          "[STAGE:]NAME:GOAL, where GOAL is higher or lower, if need be with :TOLERANCE or"
              + " :TOLERANCE%%, at-most:LIMIT, at-least:LIMIT, or ignored; beside the default rules, or instead of that of the same metric;"
              + " repeatable")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--alpha",
      paramLabel = "P",
      description =
          "probability of an alarm where nothing has changed, all metrics together (default:"
              + " ${DEFAULT-VALUE})")
  private double alpha = 0.05;

  @Option(
      names = "--promote",
      description =
          "moves the alias to this run if it is no worse; an alias that is not there yet is made,"
              + " without a comparison")
  private boolean promote;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder of junit.xml, summary.md, comparison.html and comparison.json (default:"
              + " work/NAME/regress)")
  private @Nullable Path out;

  @Option(
      names = "--airflow",
      paramLabel = "URL",
      description = "runs the experiment's DAG there instead of here")
  private @Nullable URI airflow;

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
      description = "folder of logs, checkpoints and reports (default: work)")
  private @Nullable Path work;

  @Option(names = "--json", description = "prints JSON lines, for programs")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  /** Made by picocli. */
  public RegressCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    LogOutput.toStandardError(false);
    Request request = request();
    request.withSeeds(List.of()); // mistakes are told before anything is started
    RunnerSettings settings = settings();
    try (Tracker tracker = Connection.open(settings.trackingUri(), settings.work());
        Console console = console()) {
      Path folder =
          out == null
              ? settings.folder(request.file().experiment().name()).resolve("regress")
              : out.toAbsolutePath();
      Optional<PrintStream> programs = json ? Optional.of(System.out) : Optional.empty();
      Engine engine = engine(settings, tracker, console);
      return new Regression(request, tracker, engine, new Told(console, folder, programs)).run();
    }
  }

  private Console console() {
    return json ? Console.jsonLines(System.out) : Console.here(System.out);
  }

  private Request request() {
    List<String> all = new ArrayList<>(overrides);
    if (parallel != null) {
      all.add("runtime.parallel_tasks=" + parallel);
    }
    return new Request(
        ExperimentFile.read(experiment, all),
        experiment.toString(),
        seeds,
        baseline,
        MetricRules.defaults().with(metrics),
        alpha,
        promote);
  }

  private RunnerSettings settings() throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    Distribution here = Distribution.here(environment);
    URI server = new TrackingServer(environment, spec.commandLine().getErr()).address(trackingUri);
    Path folder = work == null ? here.work() : work.toAbsolutePath();
    return RunnerSettings.of(here.folder(), folder, server).withFresh(fresh);
  }

  private Engine engine(RunnerSettings settings, Tracker tracker, Console console) {
    if (airflow == null) {
      return new LocalEngine(settings, tracker, console);
    }
    try {
      Airflow there = Airflow.connect(AirflowSettings.of(airflow, System.getenv()));
      Reuse reuse = fresh ? Reuse.NOTHING : Reuse.EXPERIMENT;
      return new AirflowEngine(there, experiment, reuse, tracker, console);
    } catch (AirflowException e) {
      throw AirflowEngine.translated(e);
    }
  }
}
