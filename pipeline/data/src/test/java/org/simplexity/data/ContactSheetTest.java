package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  @Test
  void theSheetShowsTheEnlargedTrainImagesOfEachClassInItsRow() throws IOException {
    // Images of 3x4x5 are enlarged 12 times: tiles of 60x48, rows of 52, images from x = 130 on.
    BufferedImage sheet = sheet(Images.prepared());
    ImageSet train = Images.prepared().train();
    for (int row = 0; row < 2; row++) {
      for (int k = 0; k < 5; k++) {
        int image = 2 * k + row;
        int left = 130 + k * 64;
        int top = 28 + row * 52;
        assertThat(sheet.getRGB(left, top)).isEqualTo(colour(train, image, 0));
        assertThat(sheet.getRGB(left + 59, top + 47)).isEqualTo(colour(train, image, 19));
        assertThat(sheet.getRGB(left + 12, top)).isEqualTo(colour(train, image, 1));
        assertThat(sheet.getRGB(left - 1, top)).isEqualTo(0xffffffff);
      }
    }
  }

  @Test
  void manyClassesStandInColumns() throws IOException {
    ImageSet set = Images.counted(new ImageShape(1, 8, 8), 240, 120);
    List<String> classes = IntStream.range(0, 120).mapToObj(i -> "class " + i).toList();
    PreparedImages images =
        new PreparedImages(
            "many", classes, new ImageSplits(set, set, set), Images.prepared().provenance());
    BufferedImage sheet = sheet(images);
    // 100 of the classes in 5 columns of 20 rows, two images of 64 pixels each.
    assertThat(sheet.getWidth()).isEqualTo(5 * (130 + 2 * 68) + 4);
    assertThat(sheet.getHeight()).isEqualTo(28 + 20 * 68 + 4);
    int grey = set.pixel(20, 0) * 0x10101;
    assertThat(sheet.getRGB(130 + 2 * 68 + 130, 28) & 0xffffff).isEqualTo(grey);
  }

  private static BufferedImage sheet(PreparedImages images) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ContactSheet.png(images)));
  }

  private static int colour(ImageSet set, int image, int position) {
    return 0xff000000
        | set.pixel(image, position) << 16
        | set.pixel(image, position + 20) << 8
        | set.pixel(image, position + 40);
  }
}
