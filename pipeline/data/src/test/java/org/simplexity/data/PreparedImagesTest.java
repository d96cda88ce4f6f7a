package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedImagesTest {
  @TempDir private Path folder;
  private final PreparedImages images = Images.prepared();
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("data/images.bin");
    images.write(file);
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    PreparedImages read = PreparedImages.read(file);
    assertThat(read.name()).isEqualTo("counted");
    assertThat(read.classes()).containsExactly("even", "odd");
    assertThat(read.shape()).isEqualTo(new ImageShape(3, 4, 5));
    assertThat(read.provenance()).isEqualTo(images.provenance());
    assertThat(read.statistics()).isEqualTo(images.statistics());
    assertThat(read.checksum()).isEqualTo(images.checksum());
    for (int split = 0; split < 3; split++) {
      assertEqual(read.splits().all().get(split), images.splits().all().get(split));
    }
  }

  @Test
  void theFileEndsWithTheSha256OfAllBefore() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] body = Arrays.copyOf(bytes, bytes.length - 32);
    byte[] end = Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
    assertThat(HexFormat.of().formatHex(end))
        .isEqualTo(Checksums.of("SHA-256", body))
        .isEqualTo(images.checksum());
  }

  @Test
  void noTemporaryFileStays() throws IOException {
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void otherPixelsGiveAnotherChecksum() {
    ImageSplits splits = images.splits();
    PreparedImages other =
        new PreparedImages(
            "counted",
            images.classes(),
            new ImageSplits(splits.train(), splits.validation(), splits.test().select(0, 1, 2, 2)),
            images.provenance());
    assertThat(other.checksum()).isNotEqualTo(images.checksum());
  }

  @Test
  void anAlteredBitAnywhereIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int position = 8; position < bytes.length; position += 37) {
      byte[] altered = bytes.clone();
      altered[position] ^= 0x10;
      Files.write(file, altered);
      assertThatThrownBy(() -> PreparedImages.read(file))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("truncated or altered")
          .hasMessageContaining("prepare the data again");
    }
  }

  @Test
  void everyTruncationIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 29) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> PreparedImages.read(file)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void anotherKindOfFileAndAMissingOneAreNamed() throws IOException {
    Files.writeString(file, "{\"this\": \"is a different file\"}");
    assertThatThrownBy(() -> PreparedImages.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not a file of prepared images");
    Path missing = folder.resolve("missing.bin");
    assertThatThrownBy(() -> PreparedImages.read(missing))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void aLabelWithoutAClassIsRefused() {
    assertThatThrownBy(
            () ->
                new PreparedImages(
                    "counted", List.of("even"), images.splits(), images.provenance()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label 1 of image 1 of the train split has no class: there are 1");
  }

  @Test
  void anEmptySplitIsRefused() {
    ImageSet train = images.train();
    assertThatThrownBy(() -> new ImageSplits(train, train.select(), train))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the validation split is empty");
  }

  private static void assertEqual(ImageSet actual, ImageSet expected) {
    assertThat(actual.name()).isEqualTo(expected.name());
    assertThat(actual.labels()).isEqualTo(expected.labels());
    byte[] a = new byte[actual.shape().size() + 1];
    byte[] b = new byte[actual.shape().size() + 1];
    for (int i = 0; i < expected.size(); i++) {
      actual.pixels(i, a, 1);
      expected.pixels(i, b, 1);
      assertThat(a).isEqualTo(b);
    }
  }
}
