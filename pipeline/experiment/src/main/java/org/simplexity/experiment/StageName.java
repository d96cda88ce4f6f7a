package org.simplexity.experiment;

import java.util.List;
import java.util.Locale;

/** The stages that an experiment can have, upstream first. */
public enum StageName {
  /** From files to prepared images. */
  DATA_PREP,
  /** From images to a relaxed structure. */
  SEARCH(DATA_PREP),
  /** From a relaxed structure to a discrete one. */
  DISCRETISE(DATA_PREP, SEARCH),
  /** From a discrete structure to a trained network. */
  TRAIN(DATA_PREP, SEARCH, DISCRETISE),
  /** From trained networks to their ranking and the champion. */
  EVALUATE(TRAIN),
  /** From a trained network to its accuracy under disturbances. */
  ROBUSTNESS(DATA_PREP, TRAIN),
  /** From all runs to what people read. */
  REPORT;

  private final List<StageName> needed;

  StageName(StageName... needed) {
    this.needed = List.of(needed);
  }

  /**
   * The stages without whose runs it has nothing to work on, unless the experiment gives a file.
   */
  public List<StageName> needed() {
    return needed;
  }

  /** The word in files, of jars and in the tracker: {@code data-prep}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
