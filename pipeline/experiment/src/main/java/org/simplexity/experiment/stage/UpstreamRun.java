package org.simplexity.experiment.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.simplexity.tracking.MetricPoint;
import org.simplexity.tracking.RunSummary;

/** One run that a task builds on. */
public interface UpstreamRun {
  /** Stage that made the run. */
  String stage();

  /** What the tracker knows of the run: id, tags, parameters, last values of its metrics. */
  RunSummary summary();

  /**
   * All points of one of its metrics, by step; empty if it has none.
   *
   * @param metric name of the metric
   */
  List<MetricPoint> history(String metric);

  /**
   * Whether this run has an artifact.
   *
   * @param path path of the artifact in its run, such as {@code tables/dial.json}
   */
  boolean has(String path);

  /**
   * An artifact of this run, fetched into the local cache.
   *
   * @param path path of the artifact in its run
   * @throws IOException if it cannot be fetched or does not exist
   */
  Path artifact(String path) throws IOException;
}
