package org.simplexity.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyArchiveTest {
  private static final NamedArray MATRIX =
      new NamedArray("cells.0.weight", List.of(2, 3), new float[] {1, -2, 3.5f, 0, -0f, 6e-30f});

  @TempDir private Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = folder.resolve("weights.npz");
    NamedArray vector = new NamedArray("bias", List.of(1), new float[] {7});
    NumpyArchive.write(file, List.of(MATRIX, vector));
    Map<String, NamedArray> read = NumpyArchive.read(file);
    assertThat(read.keySet()).containsExactly("cells.0.weight", "bias");
    assertThat(read.get("cells.0.weight").values()).containsExactly(MATRIX.values());
    assertThat(read.get("cells.0.weight").shape()).containsExactly(2, 3);
  }

  @Test
  void writesTheHeaderThatTheFormatPrescribes() throws IOException {
    Path file = folder.resolve("weights.npz");
    NumpyArchive.write(file, List.of(MATRIX));
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("cells.0.weight.npy"))) {
      byte[] bytes = in.readAllBytes();
      int header = Byte.toUnsignedInt(bytes[8]) + 256 * Byte.toUnsignedInt(bytes[9]);
      // NEP 1: the values start at a multiple of 64, after a header that ends in a newline.
      assertThat((10 + header) % 64).isZero();
      assertThat(new String(bytes, 10, header, StandardCharsets.ISO_8859_1))
          .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3,), }")
          .endsWith("\n");
      assertThat(bytes).hasSize(10 + header + 6 * 4);
    }
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    NumpyArchive.write(folder.resolve("a"), List.of(MATRIX));
    NumpyArchive.write(folder.resolve("b"), List.of(MATRIX));
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void namesWhatIsNoArchive() throws IOException {
    Path text = Files.writeString(folder.resolve("weights.npz"), "no zip");
    assertThatThrownBy(() -> NumpyArchive.read(text)).hasMessageContaining("not an archive");
  }

  @Test
  void refusesAShapeThatDoesNotFit() {
    assertThatThrownBy(() -> new NamedArray("w", List.of(2, 2), new float[3]))
        .hasMessageContaining("needs 4 values, got 3");
  }
}
