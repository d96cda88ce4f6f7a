package org.simplexity.data.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Checks the chunks of a PNG file (ISO/IEC 15948, §5): length, type, data, CRC-32 of type and data,
 * up to IEND. Java's reader checks neither sums nor the end.
 */
final class PngChunks {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int FRAME = 12;

  private PngChunks() {}

  static boolean isPng(byte[] content) {
    return content.length >= SIGNATURE.length
        && Arrays.equals(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static void check(byte[] content) throws BrokenImageException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    int start = SIGNATURE.length;
    String type = "";
    while (!type.equals("IEND")) {
      if (content.length - start < FRAME) {
        throw new BrokenImageException("PNG cut at byte " + content.length);
      }
      int length = buffer.getInt(start);
      if (length < 0 || length > content.length - start - FRAME) {
        throw new BrokenImageException(
            "PNG cut: the chunk at byte %s reaches beyond the end".formatted(start));
      }
      type = new String(content, start + 4, 4, StandardCharsets.ISO_8859_1);
      CRC32 crc = new CRC32();
      crc.update(content, start + 4, length + 4);
      if ((int) crc.getValue() != buffer.getInt(start + 8 + length)) {
        throw new BrokenImageException(
            "PNG damaged: wrong CRC of chunk %s at byte %s".formatted(type, start));
      }
      start += FRAME + length;
    }
  }
}
