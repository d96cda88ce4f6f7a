package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.data.DataException;
import org.simplexity.data.ImageShape;

class IdxImagesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"'', true", "'', false", "small, true", "small, false"})
  void filesAreFoundInTheFolderOrInItsFolderOfTheSetPlainOrWrapped(String inner, boolean wrapped)
      throws IOException {
    Path place = Files.createDirectories(folder.resolve(inner));
    for (int i = 0; i < 4; i++) {
      byte[] content = SmallIdx.contents().get(i);
      String name = SmallIdx.fileNames().get(i);
      Files.write(
          place.resolve(wrapped ? name + ".gz" : name), wrapped ? SmallIdx.gzip(content) : content);
    }
    RawImages raw = load(SmallIdx.dataSet());
    assertThat(raw.training().size()).isEqualTo(12);
    assertThat(raw.training().shape()).isEqualTo(new ImageShape(1, 2, 3));
    assertThat(raw.training().label(4)).isEqualTo(1);
    assertThat(raw.training().pixel(4, 5)).isEqualTo(29);
    assertThat(raw.test().size()).isEqualTo(6);
    assertThat(raw.test().pixel(5, 0)).isEqualTo(130);
    assertThat(raw.origin().sources()).hasSize(4);
  }

  @Test
  void aTruncatedFileIsNamedWithExpectedAndFoundBytes() throws IOException {
    write();
    Path file = replace("train-images", Arrays.copyOf(SmallIdx.TRAIN, 50));
    failure()
        .hasMessageContaining(file.toString())
        .hasMessageContaining("truncated")
        .hasMessageContaining("[12 x 2 x 3] values, so 88 bytes, but it has 50");
  }

  @Test
  void aFileCutWithinItsHeaderIsNamed() throws IOException {
    write();
    replace("train-images", Arrays.copyOf(SmallIdx.TRAIN, 11));
    failure().hasMessageContaining("truncated: 11 bytes, the IDX header alone has 16");
  }

  @Test
  void aTruncatedGzipStreamIsNamedWithTheOffset() throws IOException {
    write();
    Files.delete(folder.resolve("train-images"));
    byte[] wrapped = SmallIdx.gzip(SmallIdx.TRAIN);
    Path file = folder.resolve("train-images.gz");
    Files.write(file, Arrays.copyOf(wrapped, wrapped.length - 20));
    failure()
        .hasMessageContaining(file.toString())
        .hasMessageContaining("the gzip stream ends after")
        .hasMessageContaining("unwrapped bytes");
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    write();
    for (int position = 0; position < SmallIdx.TRAIN.length; position++) {
      byte[] flipped = SmallIdx.TRAIN.clone();
      flipped[position] ^= 1;
      Path file = replace("train-images", flipped);
      failure().hasMessageContaining(file.toString());
    }
  }

  @Test
  void aFlippedPixelIsToldByExpectedAndFoundChecksum() throws IOException {
    write();
    byte[] flipped = SmallIdx.TRAIN.clone();
    flipped[40] ^= 4;
    replace("train-images", flipped);
    failure()
        .hasMessageContaining("not the published file of small")
        .hasMessageContaining(SmallIdx.dataSet().files().train().sha256())
        .hasMessageContaining("fetch it again");
  }

  @Test
  void aFlippedBitInsideGzipIsFound() throws IOException {
    write();
    Files.delete(folder.resolve("train-images"));
    byte[] wrapped = SmallIdx.gzip(SmallIdx.TRAIN);
    for (int position = 10; position < wrapped.length; position += 7) {
      byte[] flipped = wrapped.clone();
      flipped[position] ^= 8;
      Files.write(folder.resolve("train-images.gz"), flipped);
      failure().hasMessageContaining("train-images.gz");
    }
  }

  @Test
  void anotherKindOfFileIsToldByItsFirstBytes() throws IOException {
    write();
    replace("train-images", SmallIdx.labels(40));
    failure().hasMessageContaining("bytes 0..3 are 00000801, expected 00000803");
  }

  @Test
  void surplusBytesAreFound() throws IOException {
    write();
    replace("train-images", Arrays.copyOf(SmallIdx.TRAIN, 90));
    failure().hasMessageContaining("too long").hasMessageContaining("88 bytes, but it has 90");
  }

  @Test
  void aHugePromiseInTheHeaderIsNoOverflow() throws IOException {
    byte[] huge = SmallIdx.TRAIN.clone();
    Arrays.fill(huge, 4, 16, (byte) 0x7f);
    write();
    replace("train-images", huge);
    failure().hasMessageContaining("truncated");
  }

  @Test
  void differentNumbersOfImagesAndLabelsAreFound() throws IOException {
    write();
    byte[] labels = SmallIdx.labels(11);
    replace("train-labels", labels);
    assertThatThrownBy(() -> load(SmallIdx.dataSet(SmallIdx.TRAIN, labels)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("12 images but")
        .hasMessageContaining("11 labels");
  }

  @Test
  void aLabelWithoutAClassIsFoundWithItsOffset() throws IOException {
    write();
    byte[] labels = SmallIdx.TRAIN_LABELS.clone();
    labels[8 + 7] = 3;
    replace("train-labels", labels);
    assertThatThrownBy(() -> load(SmallIdx.dataSet(SmallIdx.TRAIN, labels)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("byte 15 is label 3, expected 0..2");
  }

  @Test
  void aMissingFileIsNamedWithAllPlacesLookedAt() throws IOException {
    write();
    Files.delete(folder.resolve("test-labels"));
    failure()
        .hasMessageContaining("[test-labels.gz, test-labels]")
        .hasMessageContaining(folder.resolve("small").toString());
  }

  private void write() throws IOException {
    for (int i = 0; i < 4; i++) {
      replace(SmallIdx.fileNames().get(i), SmallIdx.contents().get(i));
    }
  }

  private Path replace(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> failure() {
    return assertThatThrownBy(() -> load(SmallIdx.dataSet())).isInstanceOf(DataException.class);
  }

  private RawImages load(IdxDataSet set) throws DownloadException {
    return new IdxImages(set, new DownloadCache(folder.resolve("cache")), folder)
        .load(Progress.silent());
  }
}
