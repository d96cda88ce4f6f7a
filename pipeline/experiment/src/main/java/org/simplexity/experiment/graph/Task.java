package org.simplexity.experiment.graph;

import java.util.List;
import org.simplexity.experiment.Cell;

/**
 * One process to run.
 *
 * @param id name in the graph, the tracker and of the log; unique in its experiment
 * @param stage stage that it runs
 * @param cell the part of the sweep's cell that this task or one upstream of it reads
 * @param upstream ids of the tasks whose runs it reads
 */
public record Task(String id, StageDescription stage, Cell cell, List<String> upstream) {
  /** Copies the list. */
  public Task {
    upstream = List.copyOf(upstream);
  }
}
