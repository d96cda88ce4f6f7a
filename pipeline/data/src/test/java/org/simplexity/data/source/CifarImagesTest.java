package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataException;
import org.simplexity.data.ImageShape;

class CifarImagesTest {
  private static final int PIXELS = 3 * 32 * 32;

  @TempDir private Path folder;

  @Test
  void anUnpackedFolderIsReadInTheOrderOfItsFiles() throws IOException {
    unpackTo(folder.resolve("small-cifar/inner"), files(1));
    RawImages raw = load(dataSet(1, "unused"));
    assertThat(raw.training().shape()).isEqualTo(new ImageShape(3, 32, 32));
    assertThat(raw.training().size()).isEqualTo(4);
    assertThat(raw.training().labels()).containsExactly(0, 1, 1, 2);
    assertThat(raw.test().labels()).containsExactly(2);
    assertThat(raw.training().pixel(2, 0)).isEqualTo(2);
    assertThat(raw.training().pixel(2, 1024)).isEqualTo(3);
    assertThat(raw.classes()).containsExactly("cat", "dog", "frog");
    assertThat(raw.origin().sources()).hasSize(4);
  }

  @Test
  void theLastOfTwoLabelBytesCounts() throws IOException {
    unpackTo(folder, files(2));
    assertThat(load(dataSet(2, "unused")).training().labels()).containsExactly(0, 1, 1, 2);
  }

  @Test
  void anArchiveIsReadWithoutUnpacking() throws IOException {
    byte[] archive = archive(files(1));
    Files.write(folder.resolve("small.tar.gz"), archive);
    RawImages raw = load(dataSet(1, Checksums.of("MD5", archive)));
    assertThat(raw.training().labels()).containsExactly(0, 1, 1, 2);
  }

  @Test
  void anArchiveWithAnotherChecksumIsRefused() throws IOException {
    byte[] archive = archive(files(1));
    String md5 = Checksums.of("MD5", archive);
    archive[archive.length / 2] ^= 1;
    Path file = Files.write(folder.resolve("small.tar.gz"), archive);
    failure(dataSet(1, md5))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("expected " + md5);
  }

  @Test
  void aTruncatedArchiveIsRefusedEvenIfItsChecksumIsExpected() throws IOException {
    byte[] archive = archive(files(1));
    byte[] cut = Arrays.copyOf(archive, archive.length / 2);
    Files.write(folder.resolve("small.tar.gz"), cut);
    failure(dataSet(1, Checksums.of("MD5", cut))).hasMessageContaining("small.tar.gz");
  }

  @Test
  void anArchiveThatLacksAFileIsRefused() throws IOException {
    Map<String, byte[]> files = files(1);
    files.remove("test.bin");
    byte[] archive = archive(files);
    Files.write(folder.resolve("small.tar.gz"), archive);
    failure(dataSet(1, Checksums.of("MD5", archive))).hasMessageContaining("test.bin");
  }

  @Test
  void aTruncatedFileIsNamedWithExpectedAndFoundBytes() throws IOException {
    Map<String, byte[]> files = files(1);
    files.put("b.bin", Arrays.copyOf(files.get("b.bin"), 4000));
    unpackTo(folder, files);
    failure(dataSet(1, "unused"))
        .hasMessageContaining("b.bin")
        .hasMessageContaining("truncated: 4000 bytes, expected 6146 (2 images of 3073 bytes)");
  }

  @Test
  void aLabelWithoutAClassIsFoundWithItsOffset() throws IOException {
    Map<String, byte[]> files = files(1);
    files.get("b.bin")[3073] = 9;
    unpackTo(folder, files);
    failure(dataSet(1, "unused"))
        .hasMessageContaining("b.bin")
        .hasMessageContaining("byte 3073 is label 9, expected 0..2");
  }

  @Test
  void anEmptyFolderIsRefusedWithTheArchiveThatIsMissing() {
    failure(dataSet(1, "unused")).hasMessageContaining("small.tar.gz");
  }

  @Test
  void missingClassNamesAreFound() throws IOException {
    Map<String, byte[]> files = files(1);
    files.put("names.txt", "cat\ndog\n".getBytes(StandardCharsets.UTF_8));
    unpackTo(folder, files);
    failure(dataSet(1, "unused")).hasMessageContaining("names 2 classes, expected 3");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> failure(CifarDataSet set) {
    return assertThatThrownBy(() -> load(set)).isInstanceOf(DataException.class);
  }

  private RawImages load(CifarDataSet set) throws DownloadException {
    return new CifarImages(set, new DownloadCache(folder.resolve("cache")), folder)
        .load(Progress.silent());
  }

  private static CifarDataSet dataSet(int labelBytes, String md5) {
    return new CifarDataSet(
        "small-cifar",
        new CifarDataSet.Archive("small.tar.gz", md5, List.of(), "inner"),
        new CifarDataSet.Labels(labelBytes, "names.txt", 3),
        new CifarDataSet.Files(List.of("a.bin", "b.bin"), 2, "test.bin", 1));
  }

  private static Map<String, byte[]> files(int labelBytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.bin", records(labelBytes, 0, 1));
    files.put("b.bin", records(labelBytes, 1, 2));
    files.put("test.bin", records(labelBytes, 2));
    files.put("names.txt", "cat\ndog\nfrog\n\n".getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** Every pixel of an image is label + 1 + channel; a coarse label is always 77. */
  private static byte[] records(int labelBytes, int... labels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int label : labels) {
      if (labelBytes == 2) {
        out.write(77);
      }
      out.write(label);
      for (int p = 0; p < PIXELS; p++) {
        out.write(label + 1 + p / 1024);
      }
    }
    return out.toByteArray();
  }

  private static void unpackTo(Path place, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(place);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(place.resolve(file.getKey()), file.getValue());
    }
  }

  private static byte[] archive(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("inner/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }
}
