package org.simplexity.tracking;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * One run being written.
 *
 * <p>Nothing here waits for the server except {@link #flush}, {@link #finish} and {@link #close}:
 * everything goes to a journal on disk first and from there, in order and in batches, to the
 * server, however long that is away. A refusal by the server that no retry can mend is thrown by
 * the next call. Safe for use by several threads.
 *
 * <p>Names of parameters, metrics and tags: letters, digits, {@code _ - . /} and space, at most 250
 * characters, no empty, {@code .} or {@code ..} path segments. Anything else is an {@link
 * IllegalArgumentException} naming the nearest valid name. A full disk is a {@link
 * TrackingException}.
 */
public interface TrackedRun extends AutoCloseable {
  /** Id of the run in the tracker. */
  String id();

  /** The run's page in the tracker's web interface. */
  URI page();

  /**
   * Logs parameters. Values over 6000 characters are cut visibly ("… [cut: 7213 characters, whole
   * in parameters/KEY.txt]") and stored whole as that artifact.
   *
   * @param parameters dotted key to value; a value once logged cannot change
   * @throws IllegalArgumentException if a parameter has another value already
   */
  void parameters(Map<String, String> parameters);

  /**
   * Logs one metric value at one step.
   *
   * @param key name of the metric
   * @param value any value; NaN stays NaN; the server keeps an infinite one as ±{@link
   *     Double#MAX_VALUE}, which {@link Tracker#history} gives back as infinite; -0 becomes 0
   * @param step step of the curve, usually the epoch from 1
   */
  void metric(String key, double value, long step);

  /**
   * Logs several metrics at one step; see {@link #metric}.
   *
   * @param values name of the metric to value
   * @param step step of the curves, usually the epoch from 1
   */
  void metrics(Map<String, Double> values, long step);

  /**
   * Sets tags; a later value replaces an earlier one. Values over 8000 characters are cut visibly.
   *
   * @param tags name to value
   */
  void tags(Map<String, String> tags);

  /**
   * Tells which data the run reads. The server keeps one entry a name and digest, so parts of one
   * set need digests or names of their own.
   *
   * @param dataset the data
   */
  void dataset(DatasetInput dataset);

  /**
   * Logs a copy of a file as it is now.
   *
   * @param path path of the artifact in its run, such as {@code model/weights.npz}
   * @param file file to copy
   * @throws IllegalArgumentException if the file does not exist or the path is not relative
   */
  void artifact(String path, Path file);

  /**
   * Logs bytes as an artifact.
   *
   * @param path path of the artifact in its run, such as {@code genotype.json}
   * @param content the bytes
   * @param contentType media type such as {@code application/json}
   * @throws IllegalArgumentException if the path is not relative
   */
  void artifact(String path, byte[] content, String contentType);

  /**
   * Logs a table that the tracker's web interface shows.
   *
   * @param path path of the artifact in its run, ending in {@code .json}
   * @param table columns and rows
   */
  void table(String path, Table table);

  /**
   * Returns when everything logged before has arrived.
   *
   * @throws TrackingException if the server refused something, or stayed away for {@link
   *     Timeouts#outage()}; the journal stays, for {@link Tracker#replay}
   */
  void flush();

  /**
   * Ends the run: its status is set after everything else, artifacts included, has arrived. If that
   * fails the server never sees {@link RunStatus#FINISHED}. The run takes no calls afterwards but
   * {@link #close}.
   *
   * @param status how it ended, not {@link RunStatus#RUNNING}
   * @throws TrackingException as {@link #flush}
   */
  void finish(RunStatus status);

  /**
   * Lets go of the run without changing its status, after giving what was logged a moment ({@link
   * Timeouts#request()}) to arrive; the rest stays in the journal. Throws nothing.
   */
  @Override
  void close();
}
