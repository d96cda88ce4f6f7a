package org.simplexity.data.source;

import java.util.List;

/**
 * Tells damage from trifles among the warnings of Java's JPEG reader, which shows a cut file as a
 * picture with a grey rest.
 */
final class JpegWarnings {
  private static final List<String> DAMAGE =
      List.of(
          "Truncated File",
          "premature end",
          "Premature end",
          "bad Huffman code",
          "found marker",
          "Invalid SOS parameters",
          "Application transferred too few scanlines");

  private JpegWarnings() {}

  /** Whether pixels are missing or wrong; surplus bytes and odd metadata are no damage. */
  static boolean isDamage(String warning) {
    return DAMAGE.stream().anyMatch(warning::contains);
  }
}
