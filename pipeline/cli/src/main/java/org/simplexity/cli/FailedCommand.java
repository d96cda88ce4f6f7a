package org.simplexity.cli;

import java.io.PrintWriter;
import org.simplexity.airflow.AirflowException;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.Failures;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one message and an exit code; only defects show their stack. */
final class FailedCommand implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    ExitCode code = code(failure);
    PrintWriter errors = command.getErr();
    if (code == ExitCode.DEFECT) {
      errors.println("simplexity: a defect of the program; please report it with these lines:");
      failure.printStackTrace(errors);
    } else {
      errors.println("simplexity: " + message(failure));
    }
    return code.code();
  }

  private static ExitCode code(Exception failure) {
    if (failure instanceof AirflowException refused) {
      return refused.mayPass() ? ExitCode.INFRASTRUCTURE : ExitCode.BAD_EXPERIMENT;
    }
    return Failures.code(failure);
  }

  /** Messages of ours stand alone; of others the kind is told too. */
  private static String message(Exception failure) {
    return failure instanceof AirflowException
        ? String.valueOf(failure.getMessage())
        : Failures.message(failure);
  }
}
