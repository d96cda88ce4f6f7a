package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageSetTest {
  private static final ImageShape PIXEL = new ImageShape(1, 1, 1);

  private static ImageSet pixels(int... values) {
    ImageSet.Builder builder = ImageSet.builder(PIXEL);
    for (int value : values) {
      builder.add(new byte[] {(byte) value}, value % 3);
    }
    return builder.build();
  }

  @Test
  void joinsImagesWithTheirLabelsInOrder() {
    ImageSet joined = pixels(10, 11).named("train").with(pixels(12));
    assertThat(joined.name()).isEqualTo("train");
    assertThat(joined.labels()).containsExactly(1, 2, 0);
    assertThat(joined.pixel(2, 0)).isEqualTo(12);
  }

  @Test
  void refusesToJoinImagesOfAnotherShape() {
    ImageSet wide = ImageSet.builder(new ImageShape(1, 1, 2)).add(new byte[2], 0).build();
    assertThatThrownBy(() -> pixels(1).with(wide)).hasMessageContaining("cannot join");
  }
}
