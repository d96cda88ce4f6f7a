package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.BrokenImages;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.DataException;
import org.simplexity.data.DataSet;
import org.simplexity.data.DataSettings;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;

class ImagePreparationTest {
  @TempDir private Path folder;

  @Test
  void digitsAreSplitIntoThreeDisjointPartsThatHoldEveryImage() throws DownloadException {
    PreparedImages digits = prepare(DataSettings.defaults(), 1);
    // 20 % of 1797 are 359.4; 20 % of the other 1438 are 287.6.
    assertThat(digits.test().size()).isEqualTo(359);
    assertThat(digits.validation().size()).isEqualTo(288);
    assertThat(digits.train().size()).isEqualTo(1150);
    List<String> split = new ArrayList<>();
    digits.splits().all().forEach(set -> split.addAll(contents(set)));
    ImageSet all = new BundledDigits().load(Progress.silent()).training();
    assertThat(split).containsExactlyInAnyOrderElementsOf(contents(all));
  }

  @Test
  void everySplitHasTheClassesInProportion() throws DownloadException {
    PreparedImages digits = prepare(DataSettings.defaults(), 1);
    int[] all = new BundledDigits().load(Progress.silent()).training().countByClass(10);
    for (ImageSet set : digits.splits().all()) {
      int[] counts = set.countByClass(10);
      for (int label = 0; label < 10; label++) {
        // Rounded once for the test split and once more for the validation split.
        assertThat((double) counts[label])
            .isCloseTo((double) set.size() * all[label] / 1797, within(2.0));
      }
    }
  }

  @Test
  void statisticsAreThoseOfTheTrainSplitAlone() throws DownloadException {
    PreparedImages digits = prepare(DataSettings.defaults(), 1);
    assertThat(digits.statistics()).isEqualTo(ChannelStatistics.of(digits.train()));
    assertThat(digits.statistics()).isNotEqualTo(ChannelStatistics.of(digits.validation()));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws DownloadException {
    String checksum = prepare(DataSettings.defaults(), 5).checksum();
    assertThat(prepare(DataSettings.defaults(), 5).checksum()).isEqualTo(checksum);
    assertThat(prepare(DataSettings.defaults(), 6).checksum()).isNotEqualTo(checksum);
  }

  @Test
  void aLimitIsSharedByTrainAndValidationAndLeavesTheTestImagesAlone() throws DownloadException {
    PreparedImages digits = prepare(SettingsOf.digits(500), 1);
    assertThat(digits.train().size()).isEqualTo(400);
    assertThat(digits.validation().size()).isEqualTo(100);
    assertThat(digits.test().size()).isEqualTo(359);
    assertThat(digits.provenance().limit()).isEqualTo(500);
    assertThat(contents(digits.test()))
        .isEqualTo(contents(prepare(DataSettings.defaults(), 1).test()));
  }

  @Test
  void aLimitThatLeavesAClassEmptyNamesIt() {
    assertThatThrownBy(() -> prepare(SettingsOf.digits(5), 1))
        .isInstanceOf(DataException.class)
        .hasMessageMatching("class \\d has no image left in the train split of 4 images.*limit.*");
  }

  @Test
  void aFolderOfImagesBecomesThreeSplits() throws DownloadException {
    TestPictures.fill(folder.resolve("red"), 16, Color.RED);
    TestPictures.fill(folder.resolve("blue"), 16, Color.BLUE);
    PreparedImages images = prepare(SettingsOf.folder(folder, BrokenImages.FAIL), 3);
    assertThat(images.test().size()).isEqualTo(8);
    assertThat(images.validation().size()).isEqualTo(6);
    assertThat(images.train().size()).isEqualTo(18);
    assertThat(images.train().countByClass(2)).containsExactly(9, 9);
  }

  @Test
  void skippedFilesStandInTheProvenance() throws DownloadException {
    TestPictures.fill(folder.resolve("red"), 8, Color.RED);
    TestPictures.fill(folder.resolve("blue"), 8, Color.BLUE);
    TestPictures.write(folder.resolve("blue/cut.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8});
    PreparedImages images = prepare(SettingsOf.folder(folder, BrokenImages.SKIP), 3);
    assertThat(images.provenance().skipped()).hasSize(1);
    assertThat(images.provenance().skipped().get(0).file()).isEqualTo("blue/cut.jpg");
  }

  @Test
  void tooFewImagesForASplitAreToldWithTheSplit() {
    TestPictures.fill(folder.resolve("red"), 1, Color.RED);
    TestPictures.fill(folder.resolve("blue"), 1, Color.BLUE);
    assertThatThrownBy(() -> prepare(SettingsOf.folder(folder, BrokenImages.FAIL), 3))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = folder.resolve("nowhere");
    assertThatThrownBy(() -> prepare(SettingsOf.set(DataSet.MNIST, missing), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("does not exist");
  }

  @Test
  void aFileInPlaceOfAFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("data.zip"), "PK");
    assertThatThrownBy(() -> prepare(SettingsOf.folder(file, BrokenImages.FAIL), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is a file, not a folder");
  }

  private PreparedImages prepare(DataSettings settings, long seed) throws DownloadException {
    return new ImagePreparation(folder.resolve("cache"), Progress.silent())
        .prepare(settings, new Seed(seed));
  }

  private static List<String> contents(ImageSet set) {
    List<String> contents = new ArrayList<>();
    byte[] pixels = new byte[set.shape().size()];
    for (int i = 0; i < set.size(); i++) {
      set.pixels(i, pixels, 0);
      contents.add(set.label(i) + Arrays.toString(pixels));
    }
    return contents;
  }
}
