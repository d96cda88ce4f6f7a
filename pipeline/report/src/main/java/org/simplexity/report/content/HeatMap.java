package org.simplexity.report.content;

import java.util.List;
import org.simplexity.report.drawing.Shares;

/**
 * γ of one cell type as a heat map of edges × operations, with a slider over time.
 *
 * @param title what it shows
 * @param frames moments in order, all of the same edges and operations; the last is shown first
 */
public record HeatMap(String title, List<Frame> frames) implements Block {
  /** Copies and checks that all moments are of one shape. */
  public HeatMap {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("heat map \"" + title + "\" has no frames");
    }
    Shares first = frames.get(0).shares();
    for (Frame frame : frames) {
      if (!frame.shares().edges().equals(first.edges())
          || !frame.shares().operations().equals(first.operations())) {
        throw new IllegalArgumentException(
            "frame " + frame.name() + " has other edges or operations than the first");
      }
    }
  }

  /** The last moment. */
  public Frame last() {
    return frames.get(frames.size() - 1);
  }

  /**
   * A moment.
   *
   * @param name such as {@code epoch 3}
   * @param shares γ then
   */
  public record Frame(String name, Shares shares) {}
}
