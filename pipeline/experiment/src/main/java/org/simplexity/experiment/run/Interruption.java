package org.simplexity.experiment.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens on Ctrl-C and SIGTERM: no process is left, no run stays marked as running. */
final class Interruption implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

  /** Time that processes get to end orderly. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private final Children children;
  private final Tracker tracker;
  private final TrackedRun parent;
  private final Thread hook = new Thread(this::end, "interruption");
  private final CountDownLatch done = new CountDownLatch(1);

  Interruption(Children children, Tracker tracker, TrackedRun parent) {
    this.children = children;
    this.tracker = tracker;
    this.parent = parent;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** While the process is being ended, waits for that: it needs the tracker. */
  void awaitIfBegun() throws InterruptedException {
    if (children.ending()) {
      done.await();
      Thread.sleep(Duration.ofMinutes(1).toMillis()); // the process ends meanwhile
    }
  }

  @Override
  public void close() throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is being ended already");
      done.await();
    }
  }

  private void end() {
    try {
      List<String> runs = children.endAll(GRACE);
      tracker.replay();
      runs.forEach(this::markKilled);
      parent.finish(RunStatus.KILLED);
    } catch (TrackingException e) {
      LOG.warn("Runs could not be marked as killed: {}", e.getMessage());
    } finally {
      done.countDown();
    }
  }

  private void markKilled(String runId) {
    if (!tracker.get(runId).status().ended()) {
      tracker.close(runId, RunStatus.KILLED);
    }
  }
}
