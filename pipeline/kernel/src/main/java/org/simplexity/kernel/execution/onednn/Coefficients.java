package org.simplexity.kernel.execution.onednn;

import org.simplexity.kernel.execution.BatchMoments;

/** The coefficients of (x − m) s + t, repeated by channel over three tiles of a worker. */
final class Coefficients {
  private static final int MEANS = 6;
  private static final int SCALES = 7;
  private static final int SHIFTS = 8;

  private Coefficients() {}

  /** Fills the first {@code n} numbers of the tiles. */
  static void load(BatchMoments moments, Tiles tiles, int n) {
    Loops.repeat(moments.means(), m(tiles), n);
    Loops.repeat(moments.scales(), s(tiles), n);
    Loops.repeat(moments.shifts(), t(tiles), n);
  }

  static float[] m(Tiles tiles) {
    return tiles.get(MEANS);
  }

  static float[] s(Tiles tiles) {
    return tiles.get(SCALES);
  }

  static float[] t(Tiles tiles) {
    return tiles.get(SHIFTS);
  }
}
