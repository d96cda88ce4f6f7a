package org.simplexity.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Experiments and runs of one tracking server.
 *
 * <p>Every method that asks the server holds out an outage up to {@link Timeouts#outage()} and then
 * throws {@link TrackingException}; what the caller got wrong is an {@link
 * IllegalArgumentException}. Safe for use by several threads.
 */
public interface Tracker extends AutoCloseable {
  /**
   * Makes a new run in state {@link RunStatus#RUNNING}; its experiment is made if there is none.
   *
   * @param request what to make
   * @return the run, to be finished or closed by the caller
   * @throws TrackingException if the server does not answer or refuses
   */
  TrackedRun start(RunRequest request);

  /**
   * Goes on with a run that was made before, perhaps by another process; it is {@link
   * RunStatus#RUNNING} again afterwards.
   *
   * @param runId id of the run
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  TrackedRun attach(String runId);

  /**
   * Adds to a run that has ended, and leaves its state and its end as they are. What is returned is
   * flushed and closed by the caller, not finished.
   *
   * @param runId id of the run
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  TrackedRun annotate(String runId);

  /**
   * Names of all experiments, in alphabetical order.
   *
   * @throws TrackingException if the server does not answer
   */
  List<String> experiments();

  /**
   * All runs of an experiment that carry all the given tags, newest first.
   *
   * @param experiment name of the experiment
   * @param tags tag to the value that it must equal; empty for every run
   * @return empty if there is no such experiment
   * @throws TrackingException if the server does not answer
   */
  List<RunSummary> find(String experiment, Map<String, String> tags);

  /**
   * One run as the server knows it now.
   *
   * @param runId id of the run
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  RunSummary get(String runId);

  /**
   * The data that a run told that it reads, by name.
   *
   * @param runId id of the run
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  List<DatasetInput> datasets(String runId);

  /**
   * All points of one metric, by step, then time.
   *
   * @param runId id of the run
   * @param key name of the metric
   * @return empty if the run has no such metric
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  List<MetricPoint> history(String runId, String key);

  /**
   * Files and folders directly in one folder of a run's artifacts, by path.
   *
   * @param runId id of the run
   * @param path folder, or the empty string for the root
   * @return empty if there is no such folder
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  List<ArtifactEntry> artifacts(String runId, String path);

  /**
   * Fetches one artifact into a file: under a temporary name, checked by size, then renamed.
   *
   * @param runId id of the run
   * @param path path of the artifact in its run, such as {@code data/images.bin}
   * @param target file to write; its folder is made if missing
   * @throws TrackingException if there is no such artifact (the message names those that are), the
   *     server does not answer, or the disk is full; nothing is left under the target's name then
   */
  void download(String runId, String path, Path target);

  /**
   * Ends a run from outside, such as one whose process died. Nothing else of the run changes.
   *
   * @param runId id of the run
   * @param status how it ended
   * @throws TrackingException if there is no such run, or the server does not answer
   */
  void close(String runId, RunStatus status);

  /** Registered models of the same server. */
  Models models();

  /**
   * Sends what processes that died have left in the journal folder of this tracker's settings.
   * Journals of living processes and of other servers are left alone. Runs keep their status unless
   * the dead process had already called {@link TrackedRun#finish}. A journal that is damaged or
   * that the server refuses for good is renamed to {@code .jsonl.refused} and told in the log.
   *
   * @return ids of the runs whose journals were sent, each once
   * @throws TrackingException if the server does not answer; what was not sent stays
   */
  List<String> replay();

  /** Ends connections; runs that are still open are closed as by {@link TrackedRun#close}. */
  @Override
  void close();
}
