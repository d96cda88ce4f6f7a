package org.simplexity.stage.hypernet;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the hypernet stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(
        StageProgram.run(args, "hypernet", new HypernetModule(), NativeEnvironment::prepare));
  }
}
