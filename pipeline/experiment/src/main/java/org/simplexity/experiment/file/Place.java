package org.simplexity.experiment.file;

import java.util.Comparator;

/**
 * Where something was written: a position in a file, or an argument of the command line.
 *
 * @param source file name or argument as typed
 * @param line line from 1; 0 in an argument
 * @param column column from 1; 0 in an argument
 */
public record Place(String source, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> READING_ORDER =
      Comparator.comparing((Place place) -> place.line == 0)
          .thenComparing(Place::line)
          .thenComparing(Place::column)
          .thenComparing(Place::source);

  /**
   * The place of a command line argument.
   *
   * @param text argument as typed, such as {@code --set search.epochs=5}
   */
  public static Place argument(String text) {
    return new Place(text, 0, 0);
  }

  /** Files first, from top to bottom. */
  @Override
  public int compareTo(Place other) {
    return READING_ORDER.compare(this, other);
  }

  /** {@code file:line:column}, as editors and terminals link it. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
