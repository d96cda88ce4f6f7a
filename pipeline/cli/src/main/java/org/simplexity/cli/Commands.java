package org.simplexity.cli;

import org.simplexity.cli.bench.BenchCommand;
import org.simplexity.cli.engine.EngineCommand;
import org.simplexity.cli.family.FamilyCommand;
import org.simplexity.cli.materialise.MaterialiseCommand;
import org.simplexity.cli.regress.RegressCommand;
import org.simplexity.cli.runs.RunsCommand;
import org.simplexity.cli.simplex.SimplexCommand;
import org.simplexity.cli.trigger.TriggerCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands, and how they report what went wrong. */
@Command(
    name = "./simplexity",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      TriggerCommand.class,
      DescribeCommand.class,
      SimplexCommand.class,
      EvaluateCommand.class,
      MaterialiseCommand.class,
      FamilyCommand.class,
      BenchCommand.class,
      RegressCommand.class,
      RunsCommand.class,
      EngineCommand.class
    })
public final class Commands {
  private static final int WIDTH = 100;

  private Commands() {}

  /** A command line that ends with the exit codes of {@code ExitCode}. */
  public static CommandLine line() {
    return new CommandLine(new Commands())
        .setUsageHelpWidth(WIDTH)
        .setParameterExceptionHandler(new BadArguments())
        .setExecutionExceptionHandler(new FailedCommand());
  }
}
