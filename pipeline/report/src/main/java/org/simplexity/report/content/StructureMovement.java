package org.simplexity.report.content;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.Shares;
import org.simplexity.report.drawing.SimplexTrajectory;

/**
 * How γ of one cell type moved: one small chart an edge, the shares of the operations stacked.
 *
 * @param title what it shows
 * @param epochs epochs in order, such as 1, 2, 3
 * @param shares γ after each of them
 */
public record StructureMovement(String title, List<Long> epochs, List<Shares> shares)
    implements Block {
  /** Copies and checks that every epoch has its γ. */
  public StructureMovement {
    epochs = List.copyOf(epochs);
    shares = List.copyOf(shares);
    if (epochs.isEmpty() || epochs.size() != shares.size()) {
      throw new IllegalArgumentException(
          "movement \"" + title + "\" has " + shares.size() + " structures for epochs " + epochs);
    }
  }

  /** γ after the last epoch. */
  public Shares last() {
    return shares.get(shares.size() - 1);
  }

  /**
   * The course of one operation's share on one edge.
   *
   * @param edge number of the edge
   * @param operation number of the operation
   */
  public List<Double> course(int edge, int operation) {
    return shares.stream().map(s -> s.gamma().get(edge).get(operation)).toList();
  }

  /**
   * The same as one path an edge over the simplex; needs at least two operations.
   *
   * @param heading caption of the drawing
   */
  public Drawing asPaths(String heading) {
    return new Drawing(heading, SimplexTrajectory.draw(heading, shares));
  }

  /**
   * The same as a heat map with a slider.
   *
   * @param heading title of the heat map
   */
  public HeatMap asHeatMap(String heading) {
    List<HeatMap.Frame> frames = new ArrayList<>();
    for (int index = 0; index < epochs.size(); index++) {
      frames.add(new HeatMap.Frame("epoch " + epochs.get(index), shares.get(index)));
    }
    return new HeatMap(heading, frames);
  }
}
