package org.simplexity.cli;

/** Where {@code dist/cli.jar} starts. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments a command's name and its arguments
   */
  public static void main(String[] arguments) {
    System.exit(Commands.line().execute(arguments));
  }
}
