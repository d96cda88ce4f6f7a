package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.simplexity.data.ImageShape;

class ScalingTest {
  @Test
  void shrinkingAveragesTheCoveredArea() throws BrokenImageException {
    Picture four = grey(4, 0, 100, 8, 12, 100, 200, 16, 20, 1, 1, 50, 50, 1, 1, 50, 50);
    assertThat(scaled(four, 2)).containsExactly(100, 14, 1, 50);
  }

  @Test
  void shrinkingByAFractionWeighsByCoverage() throws BrokenImageException {
    // Three to two: each target covers one whole source and half of the middle one: weights 2/3,
    // 1/3.
    Picture three = grey(3, 0, 90, 240, 0, 90, 240, 0, 90, 240);
    assertThat(scaled(three, 2)).containsExactly(30, 190, 30, 190);
  }

  @Test
  void growingInterpolatesBetweenPixelCentres() throws BrokenImageException {
    // Centres of the four targets lie at −1/4, 1/4, 3/4, 5/4 of the sources, held to 0..1.
    Picture two = grey(2, 0, 200, 0, 200);
    assertThat(scaled(two, 4)).startsWith(0, 50, 150, 200).endsWith(0, 50, 150, 200);
  }

  @Test
  void theSameSizeIsLeftAlone() throws BrokenImageException {
    assertThat(scaled(grey(2, 1, 2, 3, 4), 2)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aLongPictureIsCutToItsCentredSquare() throws BrokenImageException {
    BufferedImage wide = new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 4; x++) {
      wide.getRaster().setSample(x, 0, 0, 10 * x);
      wide.getRaster().setSample(x, 1, 0, 10 * x);
    }
    Picture picture = Picture.decode(TestPictures.encode(wide, "png"));
    assertThat(scaled(picture, 2)).containsExactly(10, 20, 10, 20);
  }

  @Test
  void colourBecomesGreyByItsLuma() throws BrokenImageException {
    Picture picture = Picture.decode(TestPictures.plain("png", new Color(200, 100, 50), 2, 2));
    // 0.299 · 200 + 0.587 · 100 + 0.114 · 50 = 124.2
    assertThat(scaled(picture, 1)).containsExactly(124);
  }

  @Test
  void greyBecomesThreeEqualChannels() throws BrokenImageException {
    byte[] result = Scaling.toShape(grey(1, 77), new ImageShape(3, 1, 1));
    assertThat(result).containsExactly(77, 77, 77);
  }

  @Property(tries = 200)
  void weightsOfEveryTargetSumToOneSoThatAPlainPictureStaysPlain(
      @ForAll @IntRange(min = 1, max = 40) int source,
      @ForAll @IntRange(min = 1, max = 40) int target,
      @ForAll @IntRange(max = 255) int value)
      throws BrokenImageException {
    int[] pixels = new int[source * source];
    Arrays.fill(pixels, value);
    assertThat(scaled(grey(source, pixels), target)).containsOnly(value);
  }

  private static int[] scaled(Picture picture, int side) {
    byte[] bytes = Scaling.toShape(picture, new ImageShape(1, side, side));
    int[] values = new int[bytes.length];
    for (int p = 0; p < bytes.length; p++) {
      values[p] = bytes[p] & 0xff;
    }
    return values;
  }

  private static Picture grey(int side, int... pixels) throws BrokenImageException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, side, side, pixels);
    return Picture.decode(TestPictures.encode(image, "png"));
  }
}
