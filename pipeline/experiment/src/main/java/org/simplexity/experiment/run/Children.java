package org.simplexity.experiment.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes that run now, with the runs that they write. */
final class Children {
  private final Map<Process, String> running = new ConcurrentHashMap<>();
  private volatile boolean ending;

  /** Whether the end of all was asked for; then no process begins. */
  boolean ending() {
    return ending;
  }

  void add(Process process, String runId) {
    running.put(process, runId);
    if (ending) {
      ask(process);
    }
  }

  void remove(Process process) {
    running.remove(process);
  }

  /**
   * Asks all processes and their descendants to end, and makes those end that do not.
   *
   * @param grace time to end orderly
   * @return ids of the runs that they wrote
   */
  List<String> endAll(Duration grace) {
    ending = true;
    Map<Process, String> all = Map.copyOf(running);
    List<ProcessHandle> handles = all.keySet().stream().flatMap(Children::family).toList();
    handles.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + grace.toNanos();
    for (ProcessHandle handle : handles) {
      await(handle, deadline - System.nanoTime());
    }
    handles.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    return List.copyOf(all.values());
  }

  private static void ask(Process process) {
    family(process).forEach(ProcessHandle::destroy);
  }

  private static Stream<ProcessHandle> family(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
  }

  private static void await(ProcessHandle handle, long nanos) {
    try {
      handle.onExit().get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      return; // forced to end by the caller
    }
  }
}
