package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageGridTest {
  private static final int WHITE = 0xffffff;

  private static BufferedImage grid(ImageShape shape, List<List<float[]>> rows) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ImageGrid.png(shape, rows)));
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & WHITE;
  }

  /** Tiles of 56 pixels and gaps of 4: an image of 2 pixels is magnified 28 times. */
  @Test
  void imagesStandWhereTheirRowAndColumnIs() throws IOException {
    float[] left = {0, 1, 1, 1};
    float[] right = {0, 0, 0, 0.4f};
    float[] below = {2, -1, 0, 0};
    BufferedImage picture =
        grid(new ImageShape(1, 2, 2), List.of(List.of(left, right), List.of(below)));
    assertThat(picture.getWidth()).isEqualTo(124);
    assertThat(picture.getHeight()).isEqualTo(124);
    assertThat(rgb(picture, 4, 4)).isZero();
    assertThat(rgb(picture, 4 + 28, 4)).isEqualTo(WHITE);
    assertThat(rgb(picture, 64 + 55, 4 + 55)).isEqualTo(0x666666);
    assertThat(rgb(picture, 4, 64)).isEqualTo(WHITE);
    assertThat(rgb(picture, 4 + 28, 64)).isZero();
    assertThat(rgb(picture, 100, 100)).as("no image there").isEqualTo(WHITE);
  }

  @Test
  void colouredImagesHaveThreeChannels() throws IOException {
    BufferedImage picture =
        grid(new ImageShape(3, 1, 1), List.of(List.of(new float[] {1, 0.2f, 0})));
    assertThat(rgb(picture, 30, 30)).isEqualTo(0xff3300);
  }

  @Test
  void noImagesAndImagesOfAnotherShapeAreRefused() {
    ImageShape shape = new ImageShape(1, 2, 2);
    assertThatThrownBy(() -> ImageGrid.png(shape, List.of()))
        .hasMessageContaining("a grid of no images");
    assertThatThrownBy(() -> ImageGrid.png(shape, List.of(List.of(new float[3]))))
        .hasMessageContaining("3 pixels are not an image of 1x2x2");
  }
}
