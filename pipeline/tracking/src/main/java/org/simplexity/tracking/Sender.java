package org.simplexity.tracking;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that carries a journal to the server, in order, for as long as that takes. Only a
 * refusal that no repetition can mend stops it.
 */
final class Sender {
  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  /** Journalled bytes that are worth a request of their own before the interval is over. */
  private static final long ENOUGH = 1 << 16;

  private final Journal journal;
  private final Entry.Head head;
  private final Delivery delivery;
  private final Patience patience;
  private final Duration interval;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private boolean urgent;
  private boolean stopping;
  private long lastProgress = System.nanoTime();
  private @Nullable IOException trouble;
  private @Nullable TrackingException refusal;

  Sender(
      Journal journal, Entry.Head head, Delivery delivery, Patience patience, Batching batching) {
    this.journal = journal;
    this.head = head;
    this.delivery = delivery;
    this.patience = patience;
    this.interval = batching.interval();
    this.thread = new Thread(this::work, "tracking-" + head.run());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Tells that something was appended. */
  void wake() {
    guarded(changed::signalAll);
  }

  /** What stopped this sender, or null. */
  @Nullable TrackingException refusal() {
    lock.lock();
    try {
      return refusal;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns when everything before an offset has arrived.
   *
   * @param limit how long to wait without any progress
   * @throws TrackingException if it does not
   */
  void await(long offset, Duration limit) {
    lock.lock();
    try {
      urgent = true;
      changed.signalAll();
      long start = System.nanoTime();
      while (journal.arrived() < offset) {
        if (refusal != null) {
          throw refusal;
        }
        long idle = System.nanoTime() - Math.max(start, lastProgress);
        long left = limit.toNanos() - idle;
        if (left <= 0) {
          throw gaveUp(Duration.ofNanos(idle));
        }
        changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrackingException("interrupted while sending " + journal.file(), e);
    } finally {
      lock.unlock();
    }
  }

  private TrackingException gaveUp(Duration waited) {
    IOException last = trouble == null ? new IOException("no answer yet") : trouble;
    return new TrackingException(
        "run "
            + head.run()
            + " could not be sent to "
            + patience.address().base()
            + ": "
            + Remedy.silent(last, patience.address(), waited)
            + "; what is missing is kept in "
            + journal.file()
            + " and sent by the next start",
        last);
  }

  /** Ends the thread; what has not arrived stays in the journal. */
  void stop() {
    guarded(
        () -> {
          stopping = true;
          changed.signalAll();
        });
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      while (awaitWork()) {
        journal.force();
        sendAll(journal.pending());
      }
    } catch (InterruptedException e) {
      log.debug("stopped sending {}", journal.file());
    } catch (FailsafeException e) {
      stopFor(e.getCause() == null ? e : e.getCause());
    } catch (IOException | RuntimeException e) {
      stopFor(e);
    }
  }

  private void sendAll(List<Journal.Line> pending) throws IOException {
    List<Journal.Line> lines = pending;
    while (!lines.isEmpty()) {
      List<Journal.Line> next = lines;
      long arrived = Failsafe.with(policy()).get(() -> delivery.send(head, next, journal.spool()));
      settle(next, arrived);
      lines = Journal.after(arrived, lines);
    }
  }

  private void settle(List<Journal.Line> lines, long arrived) throws IOException {
    for (Journal.Line line : lines) {
      if (line.end() <= arrived && line.entry() instanceof Entry.Artifact file) {
        journal.spool().drop(file.spool());
      }
    }
    journal.arrived(arrived);
    guarded(
        () -> {
          if (trouble != null) {
            log.info("{} answers again", patience.address().base());
          }
          trouble = null;
          lastProgress = System.nanoTime();
          changed.signalAll();
        });
  }

  /** Waits for something to send, and then a little for company; false when it is time to stop. */
  private boolean awaitWork() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!stopping && unsent() == 0) {
        urgent = false;
        changed.await();
      }
      long left = interval.toNanos();
      while (!stopping && !urgent && left > 0 && unsent() < ENOUGH) {
        left = changed.awaitNanos(left);
      }
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  private long unsent() {
    return journal.written() - journal.arrived();
  }

  private RetryPolicy<Object> policy() {
    return Patience.policy(Duration.ZERO)
        .onRetryScheduled(event -> note(event.getLastException()))
        .build();
  }

  private void note(@Nullable Throwable failure) {
    IOException now = failure instanceof IOException io ? io : new IOException(failure);
    guarded(
        () -> {
          if (trouble == null) {
            log.warn(
                "{}: {}; what is logged waits in {}",
                patience.address().base(),
                Remedy.reason(now),
                journal.file());
          }
          trouble = now;
        });
  }

  private void stopFor(Throwable failure) {
    String reason =
        failure instanceof Refusal refused
            ? Remedy.refused(refused, patience.address())
            : String.valueOf(failure.getMessage());
    guarded(
        () -> {
          if (!stopping) {
            refusal =
                new TrackingException(
                    "run "
                        + head.run()
                        + " cannot be written at "
                        + patience.address().base()
                        + ": "
                        + reason
                        + "; what is missing is kept in "
                        + journal.file(),
                    failure);
          }
          changed.signalAll();
        });
  }

  private void guarded(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
