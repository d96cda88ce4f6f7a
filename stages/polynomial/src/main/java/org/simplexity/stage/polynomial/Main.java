package org.simplexity.stage.polynomial;

import org.simplexity.experiment.stage.StageProgram;

/** Runs the polynomial stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(StageProgram.run(args, "polynomial", new PolynomialModule()));
  }
}
