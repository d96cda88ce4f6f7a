package org.simplexity.method.controller;

import org.simplexity.space.CellType;

/**
 * One choice out of several, at a place of a sequence.
 *
 * @param cell cell that it is about
 * @param node intermediate node that it is about, from 2 on
 * @param kind what is chosen
 * @param options number of choices
 * @param excluded place of the earlier decision whose choice may not be made again; −1 for none
 */
public record Decision(CellType cell, int node, Kind kind, int options, int excluded) {
  /** What a decision chooses. */
  public enum Kind {
    /** A node that feeds this one. */
    INPUT,
    /** What is done on the way from it. */
    OPERATION
  }

  /** Checks that there is a choice. */
  public Decision {
    if (options < 1 || (excluded >= 0 && options < 2)) {
      throw new IllegalArgumentException(
          "options %d of the decision on node %d leave nothing to choose".formatted(options, node));
    }
  }
}
