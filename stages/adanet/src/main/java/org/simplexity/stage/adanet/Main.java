package org.simplexity.stage.adanet;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the adanet stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(StageProgram.run(args, "adanet", new AdaNetModule(), NativeEnvironment::prepare));
  }
}
