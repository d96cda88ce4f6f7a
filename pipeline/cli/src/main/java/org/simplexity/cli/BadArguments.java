package org.simplexity.cli;

import java.io.PrintWriter;
import java.util.List;
import org.simplexity.experiment.stage.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with the arguments, the nearest option that there is, and where help stands.
 */
final class BadArguments implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter errors = command.getErr();
    errors.println("simplexity: " + failure.getMessage() + nearest(failure));
    errors.println("simplexity: see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_EXPERIMENT.code();
  }

  private static String nearest(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      return suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.get(0) + "'?";
    }
    return "";
  }
}
