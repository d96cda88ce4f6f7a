package org.simplexity.method.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.method.robustness.image.Pixels;
import org.simplexity.space.PlainNetworks;

class NoiseTest {
  @Test
  void noiseInWeightsHasTheDeviationAskedForRelativeToEachLayer() {
    Network network = PlainNetworks.perceptron(new Shape(1, 20, 20), 100, 10);
    TrainedNetwork trained = Specimens.fresh(network, new Seed(1));
    float[] before = trained.weights();
    Specimen specimen =
        new Specimen(trained, Specimens.images(new ImageShape(1, 20, 20), 1, 10, new Seed(2)));
    float[] after = new WeightNoise().disturb(specimen, 0.3, new Seed(3)).network().weights();
    for (Slice slice : network.parameters().slices()) {
      double square = 0;
      double change = 0;
      for (int i = slice.offset(); i < slice.end(); i++) {
        square += before[i] * before[i];
        change += Math.pow(after[i] - before[i], 2);
      }
      // the variance estimated of n draws has the relative deviation √(2/n); n is 1000 or more
      double expected = slice.kind() == Slice.Kind.WEIGHT ? 0.3 : 0;
      assertThat(Math.sqrt(change / square)).as(slice.name()).isCloseTo(expected, within(0.03));
    }
  }

  @Test
  void noiseInImagesHasTheDeviationAskedForAndIsCutAtBlackAndWhite() {
    ImageShape shape = new ImageShape(3, 40, 40);
    List<Pixels> images =
        List.of(Pixels.of(shape, (c, y, x) -> 0.5), Pixels.of(shape, (c, y, x) -> 0));
    Specimen specimen =
        new Specimen(Specimens.cells().network(), new LabelledPixels(images, List.of(0, 1)));
    List<Pixels> noisy = new InputNoise().disturb(specimen, 0.1, new Seed(4)).images().images();
    assertThat(deviation(noisy.get(0), 0.5)).isCloseTo(0.1, within(0.005));
    assertThat(share(noisy.get(1)))
        .as("half of the noise is below black")
        .isCloseTo(0.5, within(0.04));
  }

  private static double deviation(Pixels image, double mean) {
    return Math.sqrt(
        IntStream.range(0, image.shape().size())
            .mapToDouble(i -> Math.pow(image.at(i) - mean, 2))
            .average()
            .orElseThrow());
  }

  private static double share(Pixels image) {
    int all = image.shape().size();
    return IntStream.range(0, all).filter(i -> image.at(i) == 0).count() / (double) all;
  }
}
