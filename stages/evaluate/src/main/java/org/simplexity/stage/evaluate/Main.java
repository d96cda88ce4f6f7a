package org.simplexity.stage.evaluate;

import org.simplexity.experiment.stage.StageProgram;

/** The program of the stage {@code evaluate}. */
public final class Main {
  private Main() {}

  /**
   * Runs the stage and ends the process with its exit code.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(StageProgram.run(args, "evaluate", new EvaluateModule()));
  }
}
