package org.simplexity.experiment.stage;

/** Where a stage tells how far it is. */
@FunctionalInterface
public interface Progress {
  /**
   * Reports a state of the work; cheap, and thinned where it is shown.
   *
   * @param done units done
   * @param total units in all
   * @param unit name of one unit: {@code epoch}, {@code batch}, {@code MB}
   * @param message one short line for people; may be empty
   */
  void report(long done, long total, String unit, String message);
}
