package org.simplexity.experiment.stage;

import java.net.URI;
import java.nio.file.Path;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;

/** The way to the tracking server. */
public final class Connection {
  private Connection() {}

  /**
   * Connects to a server that must be there.
   *
   * @param uri tracking server
   * @param work folder of the experiment's work, which holds the journal of what has not arrived
   * @throws org.simplexity.tracking.TrackingException if there is no server
   */
  public static Tracker open(URI uri, Path work) {
    TrackerSettings settings = TrackerSettings.defaults().withJournal(work.resolve("journal"));
    return MlflowTracker.connect(uri, settings);
  }
}
