package org.simplexity.data.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.simplexity.data.Checksums;
import org.simplexity.data.source.IdxDataSet.IdxFileName;

/** A small data set in IDX format: 12 training and 6 test images of 2×3 pixels in 3 classes. */
final class SmallIdx {
  static final byte[] TRAIN = images(12, 0);
  static final byte[] TRAIN_LABELS = labels(12);
  static final byte[] TEST = images(6, 100);
  static final byte[] TEST_LABELS = labels(6);

  private SmallIdx() {}

  static IdxDataSet dataSet(String... mirrors) {
    return dataSet(TRAIN, TRAIN_LABELS, mirrors);
  }

  static IdxDataSet dataSet(byte[] train, byte[] trainLabels, String... mirrors) {
    return new IdxDataSet(
        "small",
        List.of("a", "b", "c"),
        List.of(mirrors),
        new IdxDataSet.Files(
            name("train-images", train),
            name("train-labels", trainLabels),
            name("test-images", TEST),
            name("test-labels", TEST_LABELS)),
        "none");
  }

  static List<String> fileNames() {
    List<String> names = new ArrayList<>();
    dataSet().files().all().forEach(file -> names.add(file.name()));
    return names;
  }

  static List<byte[]> contents() {
    return List.of(TRAIN, TRAIN_LABELS, TEST, TEST_LABELS);
  }

  /** Image i has pixels first + 6·i to first + 6·i + 5. */
  static byte[] images(int count, int first) {
    ByteBuffer buffer = ByteBuffer.allocate(16 + 6 * count);
    buffer.putInt(0x00000803).putInt(count).putInt(2).putInt(3);
    for (int p = 0; p < 6 * count; p++) {
      buffer.put((byte) (first + p));
    }
    return buffer.array();
  }

  /** Image i is of class i % 3. */
  static byte[] labels(int count) {
    ByteBuffer buffer = ByteBuffer.allocate(8 + count);
    buffer.putInt(0x00000801).putInt(count);
    for (int i = 0; i < count; i++) {
      buffer.put((byte) (i % 3));
    }
    return buffer.array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static IdxFileName name(String name, byte[] content) {
    return new IdxFileName(name, Checksums.of("SHA-256", content));
  }
}
