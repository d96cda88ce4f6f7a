package org.simplexity.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Writes {@code images.bin}: magic, version, length and JSON of the header, then for each split all
 * labels (32 bits, big-endian) and all pixels (bytes), and last the SHA-256 of everything before.
 */
final class ImagesWriter {
  static final byte[] MAGIC = {'S', 'I', 'M', 'P', 'L', 'I', 'M', 'G'};
  static final int VERSION = 1;

  private ImagesWriter() {}

  /** SHA-256 of the content, as {@link #write} would end the file with. */
  static String checksum(PreparedImages images) {
    try {
      return HexFormat.of().formatHex(encode(images, OutputStream.nullOutputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the labels and pixels of one set, as they are written. */
  static String checksum(ImageSet set) {
    MessageDigest sha256 = Checksums.newDigest("SHA-256");
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new DigestOutputStream(nowhere, sha256), 1 << 16))) {
      encode(set, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  static void write(PreparedImages images, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel = open(part)) {
        OutputStream out = Channels.newOutputStream(channel);
        out.write(encode(images, out));
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static FileChannel open(Path part) throws IOException {
    return FileChannel.open(
        part,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static byte[] encode(PreparedImages images, OutputStream to) throws IOException {
    MessageDigest sha256 = Checksums.newDigest("SHA-256");
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(to, sha256), 1 << 16));
    byte[] header = ImagesHeader.of(images).json();
    out.write(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(header.length);
    out.write(header);
    for (ImageSet set : images.splits().all()) {
      encode(set, out);
    }
    out.flush();
    return sha256.digest();
  }

  private static void encode(ImageSet set, DataOutputStream out) throws IOException {
    for (int i = 0; i < set.size(); i++) {
      out.writeInt(set.label(i));
    }
    for (int i = 0; i < set.size(); i++) {
      out.write(set.image(i));
    }
  }
}
