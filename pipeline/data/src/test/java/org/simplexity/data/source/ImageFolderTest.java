package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.BrokenImages;
import org.simplexity.data.DataException;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Provenance;

class ImageFolderTest {
  private static final byte[] TEXT = "not an image".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path root;

  @BeforeEach
  void twoClasses() {
    TestPictures.fill(root.resolve("red"), 4, Color.RED);
    TestPictures.fill(root.resolve("blue"), 3, Color.BLUE);
  }

  @Test
  void classesAreTheFoldersInOrderAndImagesTheirFiles() {
    RawImages raw = load(BrokenImages.FAIL);
    assertThat(raw.name()).isEqualTo(root.getFileName().toString());
    assertThat(raw.classes()).containsExactly("blue", "red");
    ImageSet images = raw.training();
    assertThat(images.shape()).isEqualTo(new ImageShape(3, 8, 8));
    assertThat(images.labels()).containsExactly(0, 0, 0, 1, 1, 1, 1);
    assertThat(images.pixel(0, 0)).isZero();
    assertThat(images.pixel(0, 2 * 64)).isEqualTo(255);
    assertThat(images.pixel(6, 0)).isEqualTo(255);
    assertThat(raw.test()).isNull();
  }

  @Test
  void jpegsOfAnySuffixAreRead() {
    byte[] jpeg = TestPictures.plain("jpg", Color.RED, 20, 30);
    TestPictures.write(root.resolve("red/a.JPG"), jpeg);
    TestPictures.write(root.resolve("red/b.jpeg"), jpeg);
    assertThat(load(BrokenImages.FAIL).training().size()).isEqualTo(9);
  }

  @Test
  void otherFilesAreCountedAndHiddenOnesPassedOver() throws IOException {
    TestPictures.write(root.resolve("red/notes.txt"), TEXT);
    TestPictures.write(root.resolve("README.md"), TEXT);
    TestPictures.write(root.resolve("red/.DS_Store"), TEXT);
    TestPictures.write(root.resolve(".thumbnails/x.png"), TEXT);
    Files.createDirectories(root.resolve("red/inner"));
    RawImages raw = load(BrokenImages.FAIL);
    assertThat(raw.training().size()).isEqualTo(7);
    assertThat(raw.origin().ignored()).isEqualTo(3);
    assertThat(raw.classes()).hasSize(2);
  }

  @Test
  void trainAndTestFoldersGiveTheSplit() {
    Path split = root.resolve("split");
    TestPictures.fill(split.resolve("train/cat"), 3, Color.RED);
    TestPictures.fill(split.resolve("train/dog"), 2, Color.BLUE);
    TestPictures.fill(split.resolve("test/dog"), 1, Color.BLUE);
    RawImages raw = load(split, BrokenImages.FAIL);
    assertThat(raw.classes()).containsExactly("cat", "dog");
    assertThat(raw.training().labels()).containsExactly(0, 0, 0, 1, 1);
    assertThat(raw.test().labels()).containsExactly(1);
  }

  @Test
  void aTestClassWithoutTrainingImagesIsNamed() {
    Path split = root.resolve("split");
    TestPictures.fill(split.resolve("train/cat"), 2, Color.RED);
    TestPictures.fill(split.resolve("train/dog"), 2, Color.BLUE);
    TestPictures.fill(split.resolve("test/bird"), 1, Color.BLUE);
    failure(split).hasMessageContaining("class bird").hasMessageContaining("[cat, dog]");
  }

  @Test
  void oneBrokenJpegIsNamedAndTheWayOutTold() {
    Path broken = TestPictures.write(root.resolve("red/cut.jpg"), cutJpeg());
    failure(root)
        .hasMessageContaining("1 of 8 images cannot be read: " + broken + " (")
        .hasMessageContaining("data.broken_images: skip");
  }

  @Test
  void manyBrokenImagesAreCountedAndTheFirstNamed() {
    for (int i = 0; i < 7; i++) {
      TestPictures.write(root.resolve("red/z" + i + ".png"), TEXT);
    }
    failure(root)
        .hasMessageContaining("7 of 14 images cannot be read")
        .hasMessageContaining("z4.png")
        .hasMessageContaining("and 2 more");
  }

  @Test
  void aBrokenJpegIsLeftOutAndListedWhenThePolicyIsSkip() {
    TestPictures.write(root.resolve("red/00cut.jpg"), cutJpeg());
    RawImages raw = load(BrokenImages.SKIP);
    assertThat(raw.training().size()).isEqualTo(7);
    assertThat(raw.training().labels()).containsExactly(0, 0, 0, 1, 1, 1, 1);
    assertThat(raw.origin().skipped())
        .extracting(Provenance.Skipped::file)
        .containsExactly("red/00cut.jpg");
    assertThat(raw.origin().skipped().get(0).reason()).isNotBlank();
  }

  @Test
  void aClassOfBrokenImagesOnlyIsAnErrorEvenWhenSkipping() {
    TestPictures.write(root.resolve("green/0.png"), TEXT);
    assertThatThrownBy(() -> load(BrokenImages.SKIP))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("class green")
        .hasMessageContaining("no readable training image");
  }

  @Test
  void oneClassOnlyIsAnError() {
    Path single = root.resolve("single");
    TestPictures.fill(single.resolve("cat"), 3, Color.RED);
    failure(single)
        .hasMessageContaining("one class only (cat)")
        .hasMessageContaining("at least two");
  }

  @Test
  void aFolderWithoutClassFoldersIsToldTheLayout() {
    failure(root.resolve("red"))
        .hasMessageContaining("no class folders in " + root.resolve("red"))
        .hasMessageContaining("DIR/<class>/*.png");
  }

  @Test
  void anEmptyClassIsNamed() throws IOException {
    Files.createDirectories(root.resolve("void"));
    failure(root).hasMessageContaining("class void").hasMessageContaining("has no images");
  }

  @Test
  void theChecksumDependsOnContentAndNamesAlone() throws IOException {
    String before = checksum();
    assertThat(checksum()).isEqualTo(before);
    Files.move(root.resolve("red/00.png"), root.resolve("red/99.png"));
    String renamed = checksum();
    assertThat(renamed).isNotEqualTo(before);
    TestPictures.write(root.resolve("red/99.png"), TestPictures.plain("png", Color.PINK, 9, 9));
    assertThat(checksum()).isNotEqualTo(renamed);
  }

  private String checksum() {
    return load(BrokenImages.FAIL).origin().sources().get(0).sha256();
  }

  private static byte[] cutJpeg() {
    byte[] jpeg = TestPictures.detailed("jpg", 32);
    return Arrays.copyOf(jpeg, jpeg.length * 3 / 4);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> failure(Path folder) {
    return assertThatThrownBy(() -> load(folder, BrokenImages.FAIL))
        .isInstanceOf(DataException.class);
  }

  private RawImages load(BrokenImages broken) {
    return load(root, broken);
  }

  private static RawImages load(Path folder, BrokenImages broken) {
    ImageFolder.Options options = ImageFolder.Options.of(SettingsOf.folder(folder, broken));
    return new ImageFolder(folder, options).load(Progress.silent());
  }
}
