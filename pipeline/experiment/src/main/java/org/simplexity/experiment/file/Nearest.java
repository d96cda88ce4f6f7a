package org.simplexity.experiment.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The nearest valid word to a misspelt one, by Damerau's distance with adjacent swaps (restricted
 * edit distance; Damerau 1964).
 */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest of some words, if it is near enough to be meant: at most a third of the letters,
   * and at least two, may differ.
   *
   * @param word what was written
   * @param valid what could have been
   */
  public static Optional<String> to(String word, Collection<String> valid) {
    int allowed = Math.max(2, word.length() / 3);
    return valid.stream()
        .min(Comparator.comparingInt((String v) -> distance(word, v)).thenComparing(v -> v))
        .filter(
            v -> distance(word, v) <= Math.min(allowed, Math.max(word.length(), v.length()) - 1));
  }

  /**
   * A question that suggests the nearest word: {@code ; did you mean "epochs"?}, or nothing.
   *
   * @param word what was written
   * @param valid what could have been
   */
  public static String question(String word, Collection<String> valid) {
    return to(word, valid).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours, without regard to case. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT).replace('-', '_');
    String b = second.toLowerCase(Locale.ROOT).replace('-', '_');
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
