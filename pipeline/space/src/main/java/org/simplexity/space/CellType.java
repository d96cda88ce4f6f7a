package org.simplexity.space;

import java.util.Locale;

/** The two kinds of cells that share one structure each (Liu et al. 2019, §2.1). */
public enum CellType {
  /** Keeps the spatial size. */
  NORMAL,
  /** Halves the spatial size and doubles the channels. */
  REDUCTION;

  /** The name in files, metrics and drawings: {@code normal} or {@code reduction}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
