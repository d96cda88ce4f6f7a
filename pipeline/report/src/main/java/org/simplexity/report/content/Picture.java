package org.simplexity.report.content;

import java.util.Arrays;
import java.util.Base64;

/**
 * A bitmap with its caption.
 *
 * @param caption what it shows; also read out instead of it
 * @param base64 a PNG file in base 64
 */
public record Picture(String caption, String base64) implements Block {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Checks that the content is a PNG file (ISO/IEC 15948, §5.2). */
  public Picture {
    byte[] start = Base64.getDecoder().decode(base64);
    if (start.length < 8 || !Arrays.equals(start, 0, 8, SIGNATURE, 0, 8)) {
      throw new IllegalArgumentException("picture \"" + caption + "\" is not a PNG file");
    }
  }

  /**
   * A picture from the content of a PNG file.
   *
   * @param caption what it shows
   * @param content the whole file
   */
  public static Picture png(String caption, byte[] content) {
    return new Picture(caption, Base64.getEncoder().encodeToString(content));
  }
}
