package org.simplexity.stage.train;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the train stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(StageProgram.run(args, "train", new TrainModule(), NativeEnvironment::prepare));
  }
}
