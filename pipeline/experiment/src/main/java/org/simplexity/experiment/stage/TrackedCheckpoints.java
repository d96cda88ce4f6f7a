package org.simplexity.experiment.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checkpoints on this disk, and now and then in the run, so that another machine may go on. */
final class TrackedCheckpoints implements Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(TrackedCheckpoints.class);
  private static final String FOLDER = "checkpoint";
  private static final String ARTIFACT = FOLDER + "/latest.ckpt";

  /**
   * The task whose checkpoints these are.
   *
   * @param folder folder of its files
   * @param experiment name of the experiment in the tracker
   * @param cellKey key of its inputs
   * @param upload least time between two uploads
   */
  record Owner(Path folder, String experiment, String cellKey, Duration upload) {}

  private final Owner owner;
  private final CheckpointFiles files;
  private final Tracker tracker;
  private final TrackedRun run;
  private final ResumableMetrics metrics;
  private long uploadedNanos;
  private @Nullable Path waiting;
  private boolean replayed;

  TrackedCheckpoints(Owner owner, Tracker tracker, TrackedRun run, ResumableMetrics metrics) {
    this.owner = owner;
    this.files = new CheckpointFiles(owner.folder());
    this.tracker = tracker;
    this.run = run;
    this.metrics = metrics;
    this.uploadedNanos = System.nanoTime();
  }

  @Override
  public synchronized void save(Checkpoint checkpoint) throws IOException {
    waiting = files.write(metrics.addTo(checkpoint));
    if (System.nanoTime() - uploadedNanos >= owner.upload().toNanos()) {
      upload();
    }
  }

  @Override
  public synchronized Optional<Checkpoint> latest() throws IOException {
    Optional<Checkpoint> latest = files.newest();
    if (latest.isEmpty()) {
      latest = fromUnfinishedRun();
    }
    if (latest.isPresent() && !replayed) {
      LOG.info("Going on after epoch {}", latest.get().epoch());
      metrics.replay(latest.get());
      replayed = true;
    }
    return latest;
  }

  /** Uploads what was saved since the last upload; for the end of a failed try. */
  synchronized void upload() {
    if (waiting != null) {
      run.artifact(ARTIFACT, waiting);
      waiting = null;
      uploadedNanos = System.nanoTime();
    }
  }

  /** Removes the files of a task that ended well. */
  void clear() throws IOException {
    files.clear();
  }

  private Optional<Checkpoint> fromUnfinishedRun() throws IOException {
    Map<String, String> sameCell = Map.of(RunTags.CELL_KEY, owner.cellKey());
    for (RunSummary earlier : tracker.find(owner.experiment(), sameCell)) {
      boolean other = !earlier.id().equals(run.id()) && earlier.status() != RunStatus.FINISHED;
      Optional<Checkpoint> found = other ? uploaded(earlier.id()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Checkpoint> uploaded(String runId) throws IOException {
    List<String> paths =
        tracker.artifacts(runId, FOLDER).stream().map(entry -> entry.path()).toList();
    if (!paths.contains(ARTIFACT)) {
      return Optional.empty();
    }
    Path file = owner.folder().resolve(runId + ".fetched");
    try {
      tracker.download(runId, ARTIFACT, file);
      return CheckpointFiles.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
