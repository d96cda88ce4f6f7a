package org.simplexity.data;

import java.util.List;

/** Small sets of images whose pixels tell which image they belong to. */
public final class Images {
  private Images() {}

  /** {@code count} images, image i of class {@code i % classes}, every pixel = i·7+position. */
  public static ImageSet counted(ImageShape shape, int count, int classes) {
    ImageSet.Builder builder = ImageSet.builder(shape);
    byte[] pixels = new byte[shape.size()];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (byte) (i * 7 + p);
      }
      builder.add(pixels, i % classes);
    }
    return builder.build();
  }

  /** Prepared images of two classes. */
  public static PreparedImages prepared() {
    ImageSet all = counted(new ImageShape(3, 4, 5), 30, 2);
    int[] first = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    int[] second = {10, 11, 12};
    int[] third = {13, 14, 15, 16};
    return new PreparedImages(
        "counted",
        List.of("even", "odd"),
        new ImageSplits(all.select(first), all.select(second), all.select(third)),
        new Provenance(
            List.of(new Provenance.Source("counted.bin", 1, "00ff")),
            "none",
            42,
            0,
            List.of(new Provenance.Skipped("odd/3.png", "cut short")),
            2));
  }
}
