package org.simplexity.stage.ensemble;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the ensemble stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(
        StageProgram.run(args, "ensemble", new EnsembleModule(), NativeEnvironment::prepare));
  }
}
