package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final byte[] PNG = TestPictures.detailed("png", 24);
  private static final byte[] JPEG = TestPictures.detailed("jpg", 24);

  @Test
  void coloursComeOutAsTheyWentIn() throws BrokenImageException {
    Picture picture = Picture.decode(TestPictures.plain("png", new Color(10, 200, 77), 3, 2));
    assertThat(picture.channels()).isEqualTo(3);
    assertThat(picture.width()).isEqualTo(3);
    assertThat(picture.height()).isEqualTo(2);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(picture.value(channel, 1, 2)).isEqualTo(new int[] {10, 200, 77}[channel]);
    }
  }

  @Test
  void greyIsNotBentByAGamma() throws BrokenImageException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, 64);
    image.getRaster().setSample(1, 0, 0, 128);
    Picture picture = Picture.decode(TestPictures.encode(image, "png"));
    assertThat(picture.channels()).isEqualTo(1);
    assertThat(picture.value(0, 0, 0)).isEqualTo(64);
    assertThat(picture.value(0, 0, 1)).isEqualTo(128);
  }

  @Test
  void sixteenBitsOfGreyAreScaledTo8() throws BrokenImageException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    int[] samples = {0, 32768, 65535};
    for (int x = 0; x < 3; x++) {
      image.getRaster().setSample(x, 0, 0, samples[x]);
    }
    Picture picture = Picture.decode(TestPictures.encode(image, "png"));
    assertThat(picture.value(0, 0, 0)).isZero();
    assertThat(picture.value(0, 0, 1)).isEqualTo(128);
    assertThat(picture.value(0, 0, 2)).isEqualTo(255);
  }

  @Test
  void palettesAreLookedUpAndTransparencyIsDropped() throws BrokenImageException {
    BufferedImage palette = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
    palette.setRGB(0, 0, 0xff3366cc);
    assertThat(Picture.decode(TestPictures.encode(palette, "png")).value(2, 0, 0)).isEqualTo(0xcc);
    BufferedImage clear = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x00112233);
    Picture picture = Picture.decode(TestPictures.encode(clear, "png"));
    assertThat(picture.value(0, 0, 0)).isEqualTo(0x11);
    assertThat(picture.value(2, 0, 0)).isEqualTo(0x33);
  }

  @Test
  void everyTruncationOfAPngIsFound() {
    for (int length = 0; length < PNG.length; length += 7) {
      assertBroken(Arrays.copyOf(PNG, length));
    }
    assertBroken(Arrays.copyOf(PNG, PNG.length - 1));
  }

  @Test
  void everyFlippedBitOfAPngIsFound() {
    for (int position = 0; position < PNG.length; position += 11) {
      byte[] flipped = PNG.clone();
      flipped[position] ^= 2;
      assertBroken(flipped);
    }
  }

  @Test
  void everyTruncationOfAJpegIsFoundThoughJavaWouldShowAGreyRest() {
    for (int length = 0; length < JPEG.length; length += 13) {
      assertBroken(Arrays.copyOf(JPEG, length));
    }
    assertBroken(Arrays.copyOf(JPEG, JPEG.length - 2));
  }

  @Test
  void surplusBytesAfterAJpegAreNoDamage() throws BrokenImageException {
    byte[] longer = Arrays.copyOf(JPEG, JPEG.length + 5);
    assertThat(Picture.decode(longer).width()).isEqualTo(24);
  }

  @Test
  void otherContentIsNamed() {
    assertThatThrownBy(() -> Picture.decode("hello".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BrokenImageException.class)
        .hasMessage("neither PNG nor JPEG by its content");
  }

  @Test
  void aPngOfADamagedChunkIsNamedWithChunkAndOffset() {
    byte[] flipped = PNG.clone();
    flipped[17] ^= 1;
    assertThatThrownBy(() -> Picture.decode(flipped))
        .hasMessage("PNG damaged: wrong CRC of chunk IHDR at byte 8");
  }

  private static void assertBroken(byte[] content) {
    assertThatThrownBy(() -> Picture.decode(content)).isInstanceOf(BrokenImageException.class);
  }
}
