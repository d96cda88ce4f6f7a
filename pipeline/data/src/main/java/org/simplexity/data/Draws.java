package org.simplexity.data;

/** In which order, and placed how, images come in an epoch. */
sealed interface Draws permits RandomDraws, PlainDraws {
  /** Indices into the set, in the order of the epoch; not to be changed. */
  int[] order(int epoch);

  /** Placement of the image at a position of that order. */
  Placement placement(int epoch, int position);

  /** Whether a last, partial batch counts. */
  boolean keepsPartial();
}
