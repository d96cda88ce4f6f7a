package org.simplexity.tracking;

import java.nio.file.Path;

/**
 * How a tracker waits, gathers and keeps.
 *
 * @param journal folder for what has not arrived yet; made when needed
 * @param timeouts how long to wait
 * @param batching how requests are gathered
 */
public record TrackerSettings(Path journal, Timeouts timeouts, Batching batching) {
  /** Journal in {@code .simplexity/journal} below the current folder, default times and batches. */
  public static TrackerSettings defaults() {
    return new TrackerSettings(
        Path.of(".simplexity", "journal"), Timeouts.defaults(), Batching.defaults());
  }

  /**
   * The same with another journal folder.
   *
   * @param folder folder for what has not arrived yet
   */
  public TrackerSettings withJournal(Path folder) {
    return new TrackerSettings(folder, timeouts, batching);
  }

  /**
   * The same with other times.
   *
   * @param times how long to wait
   */
  public TrackerSettings withTimeouts(Timeouts times) {
    return new TrackerSettings(journal, times, batching);
  }

  /**
   * The same with other batches.
   *
   * @param batches how requests are gathered
   */
  public TrackerSettings withBatching(Batching batches) {
    return new TrackerSettings(journal, timeouts, batches);
  }
}
