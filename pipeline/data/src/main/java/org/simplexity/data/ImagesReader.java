package org.simplexity.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads {@code images.bin}: first checks the SHA-256 of the whole, then trusts what it parses. */
final class ImagesReader {
  private static final int CHECKSUM_BYTES = 32;
  private static final String REMEDY = "; prepare the data again";

  private final Path file;

  ImagesReader(Path file) {
    this.file = file;
  }

  PreparedImages read() {
    if (!Files.isRegularFile(file)) {
      throw new DataException("no prepared images at " + file + REMEDY);
    }
    try {
      String checksum = verify(Files.size(file));
      try (DataInputStream in = open()) {
        return parse(in, checksum);
      }
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private DataInputStream open() throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  private String verify(long size) throws IOException {
    try (DataInputStream in = open()) {
      MessageDigest sha256 = Checksums.newDigest("SHA-256");
      byte[] magic = in.readNBytes(ImagesWriter.MAGIC.length);
      if (!Arrays.equals(magic, ImagesWriter.MAGIC)) {
        throw new DataException(
            file + ": not a file of prepared images (bytes 0..7 are not SIMPLIMG)" + REMEDY);
      }
      sha256.update(magic);
      Checksums.update(sha256, in, Math.max(0, size - magic.length - CHECKSUM_BYTES));
      byte[] expected = in.readNBytes(CHECKSUM_BYTES);
      byte[] found = sha256.digest();
      if (!Arrays.equals(found, expected)) {
        throw new DataException(
            "%s: truncated or altered: its %s bytes have SHA-256 %s, its last 32 bytes say %s%s"
                .formatted(file, size, hex(found), hex(expected), REMEDY));
      }
      return hex(found);
    }
  }

  private PreparedImages parse(DataInputStream in, String checksum) throws IOException {
    in.skipNBytes(ImagesWriter.MAGIC.length);
    int version = in.readInt();
    if (version != ImagesWriter.VERSION) {
      throw new DataException(
          "%s: version %s, this program reads version %s%s"
              .formatted(file, version, ImagesWriter.VERSION, REMEDY));
    }
    ImagesHeader header = ImagesHeader.parse(in.readNBytes(in.readInt()));
    List<ImageSet> sets = new ArrayList<>();
    for (int size : header.sizes()) {
      sets.add(readSet(in, header.shape(), size));
    }
    return new PreparedImages(
        header.name(),
        header.classes(),
        new ImageSplits(sets.get(0), sets.get(1), sets.get(2)),
        header.provenance(),
        checksum);
  }

  private static ImageSet readSet(DataInputStream in, ImageShape shape, int size)
      throws IOException {
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = in.readInt();
    }
    ImageSet.Builder builder = ImageSet.builder(shape);
    byte[] pixels = new byte[shape.size()];
    for (int label : labels) {
      in.readFully(pixels);
      builder.add(pixels, label);
    }
    return builder.build();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
