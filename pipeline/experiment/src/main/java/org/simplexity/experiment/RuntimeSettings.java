package org.simplexity.experiment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How tasks use the machine.
 *
 * @param threads worker threads of one task; 0 takes the cores of the machine, divided by the tasks
 *     that run side by side
 * @param parallelTasks tasks that the local runner lets run side by side
 * @param heapMb largest Java heap of one task in MiB; native memory comes on top
 * @param nativeMb largest native memory of one task in MiB, where activations and weights live
 * @param checkpointSeconds least seconds between two uploads of a checkpoint; the local file is
 *     written after every epoch
 */
public record RuntimeSettings(
    @Min(0) @Max(1024) int threads,
    @Min(1) @Max(1024) int parallelTasks,
    @Min(128) int heapMb,
    @Min(256) int nativeMb,
    @Min(0) int checkpointSeconds) {

  /** One task at a time on all cores, 1 GiB of heap, 6 GiB of native memory, an upload a minute. */
  public static RuntimeSettings defaults() {
    return new RuntimeSettings(0, 1, 1024, 6144, 60);
  }

  /** Worker threads of one task on this machine; at least one. */
  public int threadsHere() {
    int cores = Runtime.getRuntime().availableProcessors();
    return threads > 0 ? threads : Math.max(1, cores / parallelTasks);
  }
}
