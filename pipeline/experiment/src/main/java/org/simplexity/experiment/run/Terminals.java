package org.simplexity.experiment.run;

import java.io.Console;

/** Whether a person looks at standard output. */
public final class Terminals {
  private Terminals() {}

  /** Whether standard output is a terminal that understands escape sequences. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, the console is asked what it is
  public static boolean isHere() {
    Console console = System.console();
    return console != null && isTerminal(console) && System.getenv("TERM") != null;
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before JDK 22 there is a console only on a terminal
    }
  }
}
