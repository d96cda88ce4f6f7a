package org.simplexity.cli;

import java.io.PrintWriter;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.Failures;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one message and an exit code; only defects show their stack. */
final class FailedCommand implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    ExitCode code = Failures.code(failure);
    PrintWriter errors = command.getErr();
    if (code == ExitCode.DEFECT) {
      errors.println("simplexity: a defect of the program; please report it with these lines:");
      failure.printStackTrace(errors);
    } else {
      errors.println("simplexity: " + Failures.message(failure));
    }
    return code.code();
  }
}
