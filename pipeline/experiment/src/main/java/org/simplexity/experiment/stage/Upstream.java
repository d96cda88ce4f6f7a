package org.simplexity.experiment.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The runs whose results a task builds on. */
public interface Upstream {
  /**
   * All upstream runs of a stage, in the order in which they were named.
   *
   * @param stage stage name such as {@code search}
   * @return empty if there are none
   */
  List<UpstreamRun> runs(String stage);

  /**
   * The only upstream run of a stage.
   *
   * @param stage stage name such as {@code search}
   * @throws IllegalArgumentException if there is none or more than one
   */
  default UpstreamRun run(String stage) {
    List<UpstreamRun> runs = runs(stage);
    if (runs.size() != 1) {
      throw new IllegalArgumentException(
          "this task needs exactly one upstream run of stage "
              + stage
              + ", got "
              + runs.size()
              + "; name it with --upstream "
              + stage
              + "=RUN_ID");
    }
    return runs.get(0);
  }

  /**
   * An artifact of the only upstream run of a stage, fetched into the local cache.
   *
   * @param stage stage name such as {@code search}
   * @param path path of the artifact in its run, such as {@code structure.json}
   * @throws IOException if it cannot be fetched or does not exist
   */
  default Path artifact(String stage, String path) throws IOException {
    return run(stage).artifact(path);
  }
}
