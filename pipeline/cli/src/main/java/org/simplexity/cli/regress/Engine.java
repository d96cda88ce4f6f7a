package org.simplexity.cli.regress;

import java.io.IOException;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.run.LocalRunner;

/** How the candidate is run: on this machine, or elsewhere. */
interface Engine {
  /**
   * Runs an experiment to its end.
   *
   * @param file experiment with all overrides
   */
  LocalRunner.Ended run(ExperimentFile file) throws IOException, InterruptedException;
}
