package org.simplexity.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseArchiveTest {
  @TempDir private Path folder;

  private static float[] values(int length, double zeros) {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextDouble() < zeros ? 0 : (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  @Test
  void whatIsWrittenIsReadBitForBit() throws IOException {
    float[] sparse = values(7 * 9, 0.8);
    sparse[5] = -0.0f;
    float[] dense = values(5, 0);
    float[] nothing = new float[17];
    Path file = folder.resolve("x.npz");
    SparseArchive.write(
        file,
        List.of(
            new NamedArray("a.weight", List.of(7, 9), sparse),
            new NamedArray("a.bias", List.of(5), dense),
            new NamedArray("zero", List.of(17), nothing)));
    Map<String, NamedArray> read = SparseArchive.read(file);
    assertThat(read.keySet()).containsExactly("a.weight", "a.bias", "zero");
    assertThat(read.get("a.weight").shape()).containsExactly(7, 9);
    assertThat(bits(read.get("a.weight").values())).isEqualTo(bits(sparse));
    assertThat(bits(read.get("a.bias").values())).isEqualTo(bits(dense));
    assertThat(bits(read.get("zero").values())).isEqualTo(bits(nothing));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  @Test
  void theBitsAreThoseOfPackbits() throws IOException {
    // numpy.packbits([1,0,0,1,0,0,0,0, 0,1,…]) = [144, 64]
    float[] values = new float[10];
    values[0] = 2;
    values[3] = 3;
    values[9] = 4;
    Path file = folder.resolve("x.npz");
    SparseArchive.write(file, List.of(new NamedArray("w", List.of(10), values)));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] mask = zip.getInputStream(zip.getEntry("w.mask.npy")).readAllBytes();
      assertThat(new byte[] {mask[mask.length - 2], mask[mask.length - 1]})
          .containsExactly((byte) 144, (byte) 64);
    }
  }

  @Test
  void nineOfTenWeightsTakeLessThanASixthOfTheDenseFile() throws IOException {
    NamedArray array = new NamedArray("w", List.of(100, 100), values(10_000, 0.9));
    NamedArray full = new NamedArray("w", List.of(100, 100), values(10_000, 0));
    Path sparse = folder.resolve("sparse.npz");
    Path dense = folder.resolve("dense.npz");
    SparseArchive.write(sparse, List.of(array));
    NumpyArchive.write(dense, List.of(full));
    assertThat(Files.size(sparse)).isLessThan(Files.size(dense) / 6);
  }

  @Test
  void aDamagedArchiveIsToldWithItsEntry() throws IOException {
    Path file = folder.resolve("x.npz");
    NumpyArchive.write(file, List.of(new NamedArray("w.shape", List.of(1), new float[1])));
    assertThatThrownBy(() -> SparseArchive.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lacks the entry w.mask");
  }
}
