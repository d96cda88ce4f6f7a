package org.simplexity.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.simplexity.experiment.engine.EngineOutcome;
import org.simplexity.experiment.run.ResultsTable;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how an experiment ended, and closes its run. */
@Command(
    name = "conclude",
    mixinStandardHelpOptions = true,
    description = "Closes the run of an experiment and prints how its tasks ended as JSON.")
@SuppressWarnings("NullAway.Init") // picocli fills required options, the mixin and the spec
final class EngineConcludeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ServerOptions server;

  @Option(
      names = "--parent",
      required = true,
      paramLabel = "RUN_ID",
      description = "run that \"engine plan\" made")
  private String parent;

  @Override
  public Integer call() throws IOException {
    LogOutput.toStandardError(false);
    try (Tracker tracker = server.tracker()) {
      tracker.replay();
      EngineOutcome outcome =
          EngineOutcome.conclude(
              tracker, parent, server.work().resolve("cache").resolve("artifacts"));
      PrintWriter errors = spec.commandLine().getErr();
      errors.println(ResultsTable.of(outcome.tasks()));
      errors.flush();
      PrintWriter out = spec.commandLine().getOut();
      out.println(outcome.json());
      out.flush();
    }
    return ExitCode.DONE.code();
  }
}
