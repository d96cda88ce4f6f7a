package org.simplexity.method.autoencoder;

import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.data.Augmentation;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.ImageSplits;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Provenance;
import org.simplexity.data.Seed;
import org.simplexity.method.LabelledImages;

/**
 * Black and white 6×6 images of rows or columns that begin in black or in white, a pixel in twenty
 * turned over: 36 log 2 = 25 nats without a code, 36 H(1/20) + log 4 = 8.5 with the best.
 */
final class Patterns {
  private static final int SIZE = 6;

  private Patterns() {}

  static LabelledImages images() {
    Seed seed = new Seed(11);
    ImageSplits splits =
        new ImageSplits(
            set(90, seed.child(0).generator()),
            set(60, seed.child(1).generator()),
            set(60, seed.child(2).generator()));
    PreparedImages prepared =
        new PreparedImages(
            "patterns",
            List.of("rows", "columns"),
            splits,
            new Provenance(List.of(), "made up for tests", 11, 0, List.of(), 0));
    return new LabelledImages(prepared, Augmentation.defaults());
  }

  private static ImageSet set(int images, RandomGenerator random) {
    ImageSet.Builder builder = ImageSet.builder(new ImageShape(1, SIZE, SIZE));
    for (int i = 0; i < images; i++) {
      builder.add(image(i % 2, random), i % 2);
    }
    return builder.build();
  }

  private static byte[] image(int label, RandomGenerator random) {
    int phase = random.nextInt(2);
    byte[] pixels = new byte[SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      int line = label == 0 ? i / SIZE : i % SIZE;
      int turned = random.nextInt(20) == 0 ? 1 : 0;
      pixels[i] = (byte) (255 * ((line + phase + turned) % 2));
    }
    return pixels;
  }
}
