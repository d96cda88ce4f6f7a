package org.simplexity.report.drawing;

import java.util.regex.Pattern;

/**
 * One colour in two values: on light and on dark ground.
 *
 * @param light value on light ground, {@code #rrggbb}
 * @param dark value on dark ground, {@code #rrggbb}
 */
public record Colour(String light, String dark) {
  private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-f]{6}");

  /** Checks both values. */
  public Colour {
    for (String value : new String[] {light, dark}) {
      if (!HEXADECIMAL.matcher(value).matches()) {
        throw new IllegalArgumentException("colour " + value + " is not #rrggbb in lower case");
      }
    }
  }
}
