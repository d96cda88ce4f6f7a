package org.simplexity.experiment.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how the local runner works.
 *
 * @param dist distribution folder, which holds {@code stages/}
 * @param work folder for logs, checkpoints, caches and the report
 * @param trackingUri tracking server, passed on to the stages
 * @param fresh whether finished cells run again
 * @param debug whether the stages log details
 * @param backoff wait before the first retry after a failure of the infrastructure; doubled each
 *     time
 */
public record RunnerSettings(
    Path dist, Path work, URI trackingUri, boolean fresh, boolean debug, Duration backoff) {
  /** Retries of a task after failures of the infrastructure. */
  public static final int RETRIES = 2;

  /** Wait before the first retry; doubled each time. */
  public static final Duration BACKOFF = Duration.ofSeconds(5);

  /**
   * Skips finished cells, logs no details, waits five seconds before the first retry.
   *
   * @param dist distribution folder
   * @param work work folder
   * @param trackingUri tracking server
   */
  public static RunnerSettings of(Path dist, Path work, URI trackingUri) {
    return new RunnerSettings(dist, work, trackingUri, false, false, BACKOFF);
  }

  /**
   * The same, with finished cells run again or not.
   *
   * @param again whether finished cells run again
   */
  public RunnerSettings withFresh(boolean again) {
    return new RunnerSettings(dist, work, trackingUri, again, debug, backoff);
  }

  /** The jar of a stage. */
  Path jar(String stage) {
    return jars().resolve(stage + ".jar");
  }

  /** The folder of the stages' jars. */
  Path jars() {
    return dist.resolve("stages");
  }

  /**
   * The folder of one experiment's logs and report; its name is made fit for a file.
   *
   * @param experiment name of the experiment
   */
  public Path folder(String experiment) {
    return work.resolve(experiment.replaceAll("[^\\w.-]+", "_"));
  }
}
