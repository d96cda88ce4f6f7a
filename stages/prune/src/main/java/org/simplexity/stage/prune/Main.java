package org.simplexity.stage.prune;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the prune stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(StageProgram.run(args, "prune", new PruneModule(), NativeEnvironment::prepare));
  }
}
