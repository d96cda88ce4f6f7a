package org.simplexity.experiment.graph;

import java.nio.charset.StandardCharsets;

/** The SHA-256 of a text in UTF-8: equal texts have equal digests. */
public final class TextDigest {
  private TextDigest() {}

  /**
   * The digest.
   *
   * @param text any text
   * @return 64 hexadecimal digits
   */
  public static String of(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
