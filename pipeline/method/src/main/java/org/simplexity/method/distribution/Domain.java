package org.simplexity.method.distribution;

/** Where γ of an edge lives (lecture on structure selection, "limits of structure parameters"). */
public enum Domain {
  /** {0, 1}ᴷ: every operation is there or not. */
  CUBE_VERTICES,
  /** (0, 1)ᴷ: every operation has a share of its own. */
  CUBE,
  /** One operation has 1, all others 0. */
  SIMPLEX_VERTICES,
  /** Positive shares that sum to 1. */
  SIMPLEX;

  /** Whether the coordinates sum to 1. */
  public boolean isSimplex() {
    return this == SIMPLEX || this == SIMPLEX_VERTICES;
  }

  /** Whether only vertices belong to it. */
  public boolean isDiscrete() {
    return this == CUBE_VERTICES || this == SIMPLEX_VERTICES;
  }
}
