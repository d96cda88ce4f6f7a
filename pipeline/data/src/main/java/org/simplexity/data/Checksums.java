package org.simplexity.data;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of streams. */
public final class Checksums {
  private Checksums() {}

  /**
   * A new digest.
   *
   * @param algorithm {@code "MD5"} or {@code "SHA-256"}, which every Java has
   */
  public static MessageDigest newDigest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks " + algorithm, e);
    }
  }

  /** Digest of bytes, in lower-case hexadecimal digits. */
  public static String of(String algorithm, byte[] bytes) {
    return HexFormat.of().formatHex(newDigest(algorithm).digest(bytes));
  }

  /** Feeds at most {@code limit} bytes of a stream to a digest. */
  static void update(MessageDigest digest, InputStream in, long limit) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = limit;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return;
      }
      digest.update(buffer, 0, read);
      left -= read;
    }
  }
}
