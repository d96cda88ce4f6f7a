package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;

class BundledDigitsTest {
  private final RawImages digits = new BundledDigits().load(Progress.silent());
  private final ImageSet images = digits.training();

  @Test
  void thereAre1797ImagesOf8By8InTheClassesThatScikitLearnCounts() {
    assertThat(images.size()).isEqualTo(1797);
    assertThat(images.shape()).isEqualTo(new ImageShape(1, 8, 8));
    assertThat(digits.classes()).hasSize(10).startsWith("0", "1").endsWith("9");
    // numpy.bincount(sklearn.datasets.load_digits().target)
    assertThat(images.countByClass(10))
        .containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
  }

  @Test
  void pixelsKeepTheirPlacesAndAreScaledFrom16To255() {
    int[] row = new int[8];
    for (int x = 0; x < 8; x++) {
      row[x] = images.pixel(0, x);
    }
    // The first image's first row is 0 0 5 13 9 1 0 0.
    assertThat(row).containsExactly(0, 0, 80, 207, 143, 16, 0, 0);
    assertThat(images.label(0)).isZero();
    assertThat(images.label(1796)).isEqualTo(8);
  }

  @Test
  void theMeanOfAllValuesIsThatOfScikitLearn() {
    long sum = 0;
    for (int i = 0; i < images.size(); i++) {
      for (int p = 0; p < 64; p++) {
        sum += Math.round(images.pixel(i, p) * 16 / 255.0);
      }
    }
    // sklearn.datasets.load_digits().data.mean()
    assertThat(sum / (1797 * 64.0)).isCloseTo(4.884164579855314, within(1e-12));
  }

  @Test
  void theLicenceIsNamedAndTravelsWithTheData() {
    assertThat(digits.origin().licence()).contains("CC BY 4.0");
    assertThat(BundledDigits.class.getResource("digits.LICENCE.txt")).isNotNull();
  }
}
