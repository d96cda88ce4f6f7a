package org.simplexity.stage.report;

import org.simplexity.experiment.stage.StageProgram;

/** The program of the stage {@code report}. */
public final class Main {
  private Main() {}

  /**
   * Runs the stage and ends the process with its exit code.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(StageProgram.run(args, "report", new ReportModule()));
  }
}
