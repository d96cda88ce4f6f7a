package org.simplexity.experiment.stage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/** The way to the run of the experiment, opened when first asked for; closing leaves its status. */
final class ParentLink implements AutoCloseable {
  private final Tracker tracker;
  private final Optional<String> id;
  private final TrackedRun own;
  private @Nullable TrackedRun opened;

  ParentLink(Tracker tracker, Optional<String> id, TrackedRun own) {
    this.tracker = tracker;
    this.id = id;
    this.own = own;
  }

  synchronized ParentRun run() {
    if (opened == null) {
      opened = id.isPresent() ? tracker.attach(id.get()) : own;
    }
    return new ParentRun(opened);
  }

  /** Waits until what was logged has arrived. */
  @Override
  public synchronized void close() {
    if (opened != null && opened != own) {
      opened.flush();
      opened.close();
    }
  }
}
