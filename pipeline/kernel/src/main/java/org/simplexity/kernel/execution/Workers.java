package org.simplexity.kernel.execution;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team of threads that runs one job a time, the caller being its first member.
 *
 * <p>Between jobs, which follow one another within microseconds in a step, members spin shortly and
 * then sleep.
 */
public final class Workers implements AutoCloseable {
  private static final int SPINS = 2_000;

  private final Thread[] threads;
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicInteger round = new AtomicInteger();
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private volatile IntConsumer job = member -> {};
  private volatile @Nullable Thread caller;

  /** Starts a team of {@code members}, the caller included. */
  public Workers(int members) {
    threads = new Thread[members - 1];
    for (int i = 0; i < threads.length; i++) {
      int member = i + 1;
      threads[i] = new Thread(() -> serve(member), "kernel-worker-" + member);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  /** Number of members. */
  public int members() {
    return threads.length + 1;
  }

  /**
   * Runs {@code work} once on every member and returns when all are done.
   *
   * @throws IllegalStateException if it failed on another thread
   */
  public void run(IntConsumer work) {
    caller = Thread.currentThread();
    job = work;
    pending.set(threads.length);
    round.incrementAndGet();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    try {
      work.accept(0);
    } finally {
      await();
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a worker thread failed: " + thrown.getMessage(), thrown);
    }
  }

  private void await() {
    for (int spins = 0; pending.get() > 0; spins++) {
      idle(spins);
    }
  }

  private void serve(int member) {
    int seen = 0;
    while (!closed) {
      for (int spins = 0; round.get() == seen && !closed; spins++) {
        idle(spins);
      }
      if (closed) {
        return;
      }
      seen = seen + 1;
      perform(member);
    }
  }

  private void perform(int member) {
    try {
      job.accept(member);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      if (pending.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }
  }

  private static void idle(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
