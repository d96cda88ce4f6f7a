package org.simplexity.data.source;

/** Where loading and downloading tell how far they are. */
@FunctionalInterface
public interface Progress {
  /**
   * Reports a state of the work; called often, to be thinned where it is shown.
   *
   * @param done units done
   * @param total units in all; 0 if unknown
   * @param unit {@code "image"} or {@code "byte"}
   * @param message one short line for people
   */
  void report(long done, long total, String unit, String message);

  /** Tells nobody. */
  static Progress silent() {
    return (done, total, unit, message) -> {};
  }
}
