package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.DataException;
import org.simplexity.data.DataSet;
import org.simplexity.data.DataSettings;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;

/** The published data sets themselves; skipped where SIMPLEXITY_DATA names no folder with them. */
class FullDataSetsTest {
  @TempDir private Path folder;

  @Test
  void mnistIsCompleteAndHasItsKnownStatistics() throws DownloadException {
    PreparedImages mnist = prepare(SettingsOf.set(DataSet.MNIST, ProvisionedData.folder()));
    assertThat(mnist.train().size()).isEqualTo(48_000);
    assertThat(mnist.validation().size()).isEqualTo(12_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(mnist.shape()).isEqualTo(new ImageShape(1, 28, 28));
    // The customary constants of all 60 000 training images; four fifths of them are close.
    assertThat(mnist.statistics().mean().get(0)).isCloseTo(0.1307, within(0.001));
    assertThat(mnist.statistics().standardDeviation().get(0)).isCloseTo(0.3081, within(0.001));
  }

  @Test
  void fashionMnistIsCompleteAndBalanced() throws DownloadException {
    PreparedImages fashion =
        prepare(SettingsOf.set(DataSet.FASHION_MNIST, ProvisionedData.folder()));
    assertThat(fashion.train().countByClass(10)).containsOnly(4800);
    assertThat(fashion.validation().countByClass(10)).containsOnly(1200);
    assertThat(fashion.test().countByClass(10)).containsOnly(1000);
    assertThat(fashion.statistics().mean().get(0)).isCloseTo(0.2860, within(0.001));
    assertThat(fashion.statistics().standardDeviation().get(0)).isCloseTo(0.3530, within(0.001));
  }

  @Test
  void aFlippedBitInMnistIsFound() throws IOException {
    Path mnist = ProvisionedData.folder().resolve("mnist");
    for (String name : new String[] {"train-labels-idx1-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
      Files.copy(mnist.resolve(name), folder.resolve(name));
    }
    Files.copy(
        mnist.resolve("t10k-images-idx3-ubyte.gz"), folder.resolve("t10k-images-idx3-ubyte.gz"));
    byte[] images = Unwrapped.read(mnist.resolve("train-images-idx3-ubyte.gz"));
    images[1_000_000] ^= 0x20;
    Path flipped = Files.write(folder.resolve("train-images-idx3-ubyte"), images);
    assertThatThrownBy(() -> prepare(SettingsOf.set(DataSet.MNIST, folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(flipped.toString());
    Files.write(flipped, Arrays.copyOf(images, 1_000_000));
    assertThatThrownBy(() -> prepare(SettingsOf.set(DataSet.MNIST, folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("truncated")
        .hasMessageContaining("so 47040016 bytes, but it has 1000000");
  }

  @Test
  void sixtyThousandJpegsAreReadInTheirSplits() throws DownloadException {
    Path cifar = ProvisionedData.folder().resolve("cifar10-jpeg");
    DataSettings settings = SettingsOf.set(DataSet.IMAGE_FOLDER, cifar);
    PreparedImages images = prepare(settings);
    assertThat(images.name()).isEqualTo("cifar10-jpeg");
    assertThat(images.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
    assertThat(images.test().countByClass(10)).containsOnly(1000);
    assertThat(images.train().countByClass(10)).containsOnly(4000);
    // The customary constants of CIFAR-10; JPEG compression moves them little.
    assertThat(images.statistics().mean().get(0)).isCloseTo(0.4914, within(0.005));
    assertThat(images.statistics().mean().get(2)).isCloseTo(0.4465, within(0.005));
    assertThat(images.statistics().standardDeviation().get(0)).isCloseTo(0.2470, within(0.005));
    Path file = folder.resolve("images.bin");
    images.write(file);
    assertSame(PreparedImages.read(file), images);
  }

  private static void assertSame(PreparedImages read, PreparedImages written) {
    assertThat(read.checksum()).isEqualTo(written.checksum());
    assertThat(read.statistics()).isEqualTo(written.statistics());
    ImageSet set = read.test();
    assertThat(set.labels()).isEqualTo(written.test().labels());
  }

  private PreparedImages prepare(DataSettings settings) throws DownloadException {
    return new ImagePreparation(folder.resolve("cache"), Progress.silent())
        .prepare(settings, new Seed(1));
  }
}
