package org.simplexity.method;

import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.data.Augmentation;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.ImageSplits;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Provenance;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;

/**
 * Noisy 6×6 images of horizontal, vertical and no stripes: learnable, but not by the mean alone.
 */
public final class Stripes {
  static final int SIZE = 6;

  private Stripes() {}

  public static LabelledImages images() {
    return images(SIZE);
  }

  static LabelledImages images(int size) {
    Seed seed = new Seed(11);
    ImageSplits splits =
        new ImageSplits(
            set(90, size, seed.child(0).generator()),
            set(60, size, seed.child(1).generator()),
            set(60, size, seed.child(2).generator()));
    PreparedImages prepared =
        new PreparedImages(
            "stripes",
            List.of("rows", "columns", "plain"),
            splits,
            new Provenance(List.of(), "made up for tests", 11, 0, List.of(), 0));
    return new LabelledImages(prepared, Augmentation.defaults());
  }

  public static CellSpace space() {
    CellSpaceSettings settings =
        new CellSpaceSettings(
            3, 2, 4, List.of("none", "max_pool_3x3", "skip_connect", "sep_conv_3x3"), 2, 1);
    return new CellSpace(settings, new Shape(1, SIZE, SIZE), 3);
  }

  private static ImageSet set(int images, int size, RandomGenerator random) {
    ImageSet.Builder builder = ImageSet.builder(new ImageShape(1, size, size));
    for (int i = 0; i < images; i++) {
      builder.add(image(i % 3, size, random), i % 3);
    }
    return builder.build();
  }

  private static byte[] image(int label, int size, RandomGenerator random) {
    int phase = random.nextInt(2);
    byte[] pixels = new byte[size * size];
    for (int i = 0; i < pixels.length; i++) {
      int line = label == 0 ? i / size : i % size;
      int base = label == 2 ? 110 : 60 + 100 * ((line + phase) % 2);
      pixels[i] = (byte) (base + random.nextInt(50));
    }
    return pixels;
  }
}
