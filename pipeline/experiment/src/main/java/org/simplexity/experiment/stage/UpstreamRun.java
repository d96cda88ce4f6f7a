package org.simplexity.experiment.stage;

import java.io.IOException;
import java.nio.file.Path;

/** One run that a task builds on. */
public interface UpstreamRun {
  /** Stage that made the run. */
  String stage();

  /** Id of the run in the tracker. */
  String id();

  /**
   * An artifact of this run, fetched into the local cache.
   *
   * @param path path of the artifact in its run
   * @throws IOException if it cannot be fetched or does not exist
   */
  Path artifact(String path) throws IOException;
}
