package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.method.robustness.image.Pixels;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** Small networks with random weights, and images of soft waves, for tests. */
final class Specimens {
  static final ImageShape GREY = new ImageShape(1, 8, 8);
  static final Form FORM = Form.EVALUATION;
  static final CellSpace SPACE =
      new CellSpace(
          new CellSpaceSettings(3, 2, 4, List.of("skip_connect"), 2, 1), new Shape(1, 8, 8), 3);
  private static final CellGenotype CELL =
      CellGenotype.of(
          2,
          List.of(
              new Edge(0, 2, "sep_conv_3x3"),
              new Edge(1, 2, "max_pool_3x3"),
              new Edge(0, 3, "skip_connect"),
              new Edge(2, 3, "conv_3x3")));
  static final Genotype GENOTYPE = new Genotype(CELL, CELL);

  private Specimens() {}

  /** What reads pixels as they are. */
  static Examination examination() {
    PixelScale.Standard standard = new PixelScale.Standard(List.of(0.0), List.of(1.0));
    return new Examination(standard, PlanSettings.defaults(16).withThreads(1));
  }

  /** A network of cells and 40 images. */
  static Specimen cells() {
    return new Specimen(
        fresh(SPACE.discrete(GENOTYPE, FORM), new Seed(7)), images(GREY, 40, 3, new Seed(8)));
  }

  static TrainedNetwork fresh(Network network, Seed seed) {
    return TrainedNetwork.of(
        network,
        floats(network.initialParameters(seed.generator())),
        floats(network.initialStatistics()),
        new float[0]);
  }

  static LabelledPixels images(ImageShape shape, int count, int classes, Seed seed) {
    RandomGenerator random = seed.generator();
    List<Pixels> images = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double phase = 6 * random.nextDouble();
      double slope = random.nextDouble() - 0.5;
      images.add(
          Pixels.of(shape, (c, y, x) -> 0.5 + 0.45 * Math.sin(phase + c + 0.9 * x + slope * y)));
      labels.add(i % classes);
    }
    return new LabelledPixels(images, labels);
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** All numbers of images, one after the other. */
  static double[] flat(List<Pixels> images) {
    return images.stream()
        .flatMapToDouble(image -> IntStream.range(0, image.shape().size()).mapToDouble(image::at))
        .toArray();
  }
}
