package org.simplexity.tracking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * What MLflow accepts as name of a parameter, metric or tag, and as path of an artifact. It takes a
 * colon too, but not where the server runs on Windows.
 */
final class Names {
  private static final Pattern REFUSED = Pattern.compile("[^\\p{L}\\p{Nd}_\\-./ ]");
  private static final int LONGEST = 250;

  private Names() {}

  /** Returns the name, or throws naming the nearest one that is valid. */
  static String require(String what, String name) {
    String nearest = nearest(name);
    if (!name.equals(nearest)) {
      throw new IllegalArgumentException(
          "the tracker does not take "
              + what
              + " name \""
              + name
              + "\" (letters, digits, _ - . / and space, at most "
              + LONGEST
              + " characters, no empty path segments); nearest valid name: \""
              + nearest
              + "\"");
    }
    return name;
  }

  /** Returns the path of an artifact, or throws naming the nearest one that is valid. */
  static String requirePath(String path) {
    String nearest = normalised(path.replace('\\', '/').replaceAll("[\\p{Cntrl}#%?]", "_"));
    if (!path.equals(nearest)) {
      throw new IllegalArgumentException(
          "artifact path \""
              + path
              + "\" must be relative, with / between folders and without . or .. segments,"
              + " control characters, #, % or ?; nearest valid path: \""
              + nearest
              + "\"");
    }
    return path;
  }

  private static String nearest(String name) {
    String clean = normalised(REFUSED.matcher(name).replaceAll("_"));
    return clean.length() > LONGEST ? normalised(clean.substring(0, LONGEST)) : clean;
  }

  private static String normalised(String path) {
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        kept.addLast(segment);
      }
    }
    return kept.isEmpty() ? "unnamed" : String.join("/", kept);
  }
}
