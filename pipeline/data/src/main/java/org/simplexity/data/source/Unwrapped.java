package org.simplexity.data.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.simplexity.data.DataException;

/** The content of a file, plain or inside gzip, whatever its name says. */
final class Unwrapped {
  private static final int GZIP_MAGIC = 0x1f8b;

  private Unwrapped() {}

  /**
   * Reads a file whole.
   *
   * @throws DataException if it is damaged, with the byte at which the content ends
   */
  static byte[] read(Path file) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = open(file)) {
      in.transferTo(content);
      return content.toByteArray();
    } catch (EOFException e) {
      throw damaged(file, "truncated: the gzip stream ends", content.size(), e);
    } catch (ZipException e) {
      throw damaged(
          file, "damaged: the gzip stream breaks (" + e.getMessage() + ")", content.size(), e);
    } catch (IOException e) {
      throw new DataException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static DataException damaged(Path file, String what, int bytes, IOException cause) {
    return new DataException(
        "%s: %s after %s unwrapped bytes; fetch the file again".formatted(file, what, bytes),
        cause);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
  }
}
