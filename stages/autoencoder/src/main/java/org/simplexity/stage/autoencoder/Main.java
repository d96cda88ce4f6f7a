package org.simplexity.stage.autoencoder;

import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.NativeEnvironment;

/** Runs the autoencoder stage. */
public final class Main {
  private Main() {}

  /**
   * Starts the stage.
   *
   * @param args arguments of the stage contract
   */
  public static void main(String[] args) {
    System.exit(
        StageProgram.run(args, "autoencoder", new AutoencoderModule(), NativeEnvironment::prepare));
  }
}
