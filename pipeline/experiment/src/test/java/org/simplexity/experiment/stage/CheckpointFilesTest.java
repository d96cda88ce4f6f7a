package org.simplexity.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFilesTest {
  @TempDir Path folder;

  @Test
  void everyValueComesBackBitForBit() throws IOException {
    double[] doubles = {0.1, -0.0, Double.NaN, Double.MIN_VALUE, Double.POSITIVE_INFINITY};
    float[] floats = {0.1f, -0.0f, Float.NaN, Float.MIN_VALUE};
    long[] longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
    Checkpoint saved =
        Checkpoint.at(7)
            .put("d", doubles)
            .put("f", floats)
            .put("l", longs)
            .put("t", "Grüße\n")
            .build();
    new CheckpointFiles(folder).write(saved);
    Checkpoint read = new CheckpointFiles(folder).newest().orElseThrow();
    assertThat(read.epoch()).isEqualTo(7);
    assertThat(read.doubles("d")).containsExactly(doubles);
    assertThat(Double.doubleToRawLongBits(read.doubles("d")[1])).isEqualTo(Long.MIN_VALUE);
    assertThat(read.floats("f")).containsExactly(floats);
    assertThat(read.longs("l")).containsExactly(longs);
    assertThat(read.text("t")).isEqualTo("Grüße\n");
  }

  @Test
  void theTwoNewestAreKeptAndNothingUnderATemporaryName() throws IOException {
    for (int epoch = 1; epoch <= 12; epoch++) {
      new CheckpointFiles(folder).write(at(epoch));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("epoch-000011.ckpt", "epoch-000012.ckpt");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 60, 100})
  void afterAnyFlippedByteTheOneBeforeIsTaken(int percent) throws IOException {
    new CheckpointFiles(folder).write(at(1));
    Path newest = new CheckpointFiles(folder).write(at(2));
    byte[] bytes = Files.readAllBytes(newest);
    bytes[Math.min(bytes.length - 1, bytes.length * percent / 100)] ^= 1;
    Files.write(newest, bytes);
    assertThat(new CheckpointFiles(folder).newest().orElseThrow().epoch()).isEqualTo(1);
  }

  @Test
  void afterAnyTruncationTheOneBeforeIsTaken() throws IOException {
    new CheckpointFiles(folder).write(at(1));
    Path newest = new CheckpointFiles(folder).write(at(2));
    byte[] bytes = Files.readAllBytes(newest);
    for (int length = 0; length < bytes.length; length += 7) {
      Files.write(newest, java.util.Arrays.copyOf(bytes, length));
      assertThat(new CheckpointFiles(folder).newest().orElseThrow().epoch()).isEqualTo(1);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onAFullDiskTheOneBeforeStaysAndTheMessageSaysSo() throws IOException {
    CheckpointFiles files = new CheckpointFiles(folder);
    files.write(at(1));
    Files.createSymbolicLink(folder.resolve("epoch-000002.ckpt.part"), Path.of("/dev/full"));
    assertThatThrownBy(() -> files.write(at(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("epoch-000002.ckpt")
        .hasMessageContaining("No space left on device")
        .satisfies(e -> assertThat(Failures.code(e)).isEqualTo(ExitCode.INFRASTRUCTURE));
    assertThat(files.newest().orElseThrow().epoch()).isEqualTo(1);
  }

  @Test
  void askingForWhatIsNotThereNamesWhatIs() {
    assertThatThrownBy(() -> at(3).floats("weights"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "checkpoint of epoch 3 holds nothing under \"weights\"; expected float[]; it holds"
                + " [state]");
  }

  private static Checkpoint at(int epoch) {
    return Checkpoint.at(epoch).put("state", new double[] {epoch, 2 * epoch}).build();
  }
}
