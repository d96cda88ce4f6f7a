package org.simplexity.stage.robustness;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the robustness stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(
        StageProgram.run(args, "robustness", new RobustnessModule(), NativeEnvironment::prepare));
  }
}
