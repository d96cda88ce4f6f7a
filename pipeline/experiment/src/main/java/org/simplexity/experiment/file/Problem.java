package org.simplexity.experiment.file;

/**
 * One mistake in an experiment.
 *
 * @param place where it was written
 * @param path dotted key; empty for the file as a whole
 * @param message what is wrong, what was expected, the nearest valid choice
 */
public record Problem(Place place, String path, String message) {
  /** {@code file:line:column: key.path: message}. */
  @Override
  public String toString() {
    return place + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
