package org.simplexity.cli.engine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.simplexity.experiment.engine.EngineDescription;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what an engine builds a workflow from. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Prints stages and parameters of an experiment as JSON.")
final class EngineDescribeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "experiment file (YAML)")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Override
  public Integer call() {
    LogOutput.toStandardError(false);
    PrintWriter out = spec.commandLine().getOut();
    out.println(EngineDescription.of(ExperimentFile.read(file, List.of())));
    out.flush();
    return ExitCode.DONE.code();
  }
}
