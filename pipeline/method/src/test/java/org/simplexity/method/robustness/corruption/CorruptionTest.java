package org.simplexity.method.robustness.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Seed;
import org.simplexity.method.robustness.image.Pixels;

class CorruptionTest {
  private static final ImageShape COLOUR = new ImageShape(3, 32, 32);
  private static final ImageShape GREY = new ImageShape(1, 32, 32);

  /** Whose published constants do not grow with severity in every respect. */
  private static final Set<Corruption> NOT_MONOTONE =
      EnumSet.of(Corruption.ELASTIC_TRANSFORM, Corruption.GLASS_BLUR);

  @ParameterizedTest
  @EnumSource
  void meanDamageGrowsWithSeverity(Corruption corruption) {
    double last = 0;
    for (int severity = 1; severity <= Corruption.WORST; severity++) {
      double damage = damage(corruption, severity);
      if (severity == 1 || !NOT_MONOTONE.contains(corruption)) {
        assertThat(damage).as("severity %d", severity).isGreaterThan(last);
      }
      last = damage;
    }
    assertThat(last).isLessThan(1);
  }

  @ParameterizedTest
  @EnumSource
  void imagesOfAnyShapeFromEightPixelsOnStayInRange(Corruption corruption) {
    for (ImageShape shape :
        new ImageShape[] {
          new ImageShape(1, 8, 8), new ImageShape(3, 9, 31), new ImageShape(1, 28, 28)
        }) {
      for (int severity = 1; severity <= Corruption.WORST; severity++) {
        Pixels result =
            corruption.apply(picture(shape, 1), severity, new Seed(severity).generator());
        assertThat(result.shape()).isEqualTo(shape);
        assertThat(IntStream.range(0, shape.size()).mapToDouble(result::at))
            .allMatch(value -> value >= 0 && value <= 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DEFOCUS_BLUR",
        "GLASS_BLUR",
        "MOTION_BLUR",
        "ZOOM_BLUR",
        "CONTRAST",
        "ELASTIC_TRANSFORM",
        "PIXELATE"
      })
  void aPlainImageStaysAsItIs(Corruption corruption) {
    Pixels plain = Pixels.of(COLOUR, (c, y, x) -> 0.2 + 0.3 * c);
    for (int severity = 1; severity <= Corruption.WORST; severity++) {
      Pixels result = corruption.apply(plain, severity, new Seed(1).generator());
      assertThat(distance(result, plain)).isLessThan(1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GAUSSIAN_NOISE, 3, 0.0064", // 0.08²
    "GAUSSIAN_NOISE, 5, 0.01", // 0.1²
    "SHOT_NOISE, 1, 0.001", // 0.5 / 500, the variance of n / c, n ~ Poisson(c x)
    "SHOT_NOISE, 5, 0.01", // 0.5 / 50
    "IMPULSE_NOISE, 5, 0.0175", // 0.07 · 0.5²
  })
  void noiseHasItsVariance(Corruption corruption, int severity, double variance) {
    Pixels grey = Pixels.of(new ImageShape(3, 100, 100), (c, y, x) -> 0.5);
    Pixels noisy = corruption.apply(grey, severity, new Seed(2).generator());
    double mean = IntStream.range(0, 30_000).mapToDouble(noisy::at).average().orElseThrow();
    double square =
        IntStream.range(0, 30_000)
            .mapToDouble(i -> Math.pow(noisy.at(i) - 0.5, 2))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(0.5, within(4 * Math.sqrt(variance / 30_000)));
    assertThat(square).isCloseTo(variance, within(0.1 * variance));
  }

  @Test
  void brightnessAddsToGreyAndKeepsTheHueOfColours() {
    Pixels grey = Corruption.BRIGHTNESS.apply(ramp(GREY), 4, new Seed(1).generator());
    assertThat(grey.at(0, 0, 10)).isCloseTo(10 / 31.0 + 0.2, within(1e-12));
    assertThat(grey.at(0, 0, 30)).isEqualTo(1);
    Pixels colour = Pixels.of(COLOUR, (c, y, x) -> 0.1 + 0.2 * c); // value 0.5
    Pixels brighter = Corruption.BRIGHTNESS.apply(colour, 2, new Seed(1).generator());
    for (int channel = 0; channel < 3; channel++) {
      assertThat(brighter.at(channel, 3, 3))
          .isCloseTo((0.1 + 0.2 * channel) * 0.6 / 0.5, within(1e-12));
    }
  }

  @Test
  void contrastShrinksTheDistanceToTheMeanOfTheImage() {
    Pixels result = Corruption.CONTRAST.apply(ramp(GREY), 2, new Seed(1).generator());
    assertThat(result.at(0, 5, 0)).isCloseTo(0.25, within(1e-12)); // mean 0.5, half kept
    assertThat(result.at(0, 5, 31)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void pixelateReplacesPixelsByTheMeanOfTheirBlock() {
    // 8 · 0.65 = 5.2: five blocks; pixel i in block ⌊(i + ½) 5 / 8⌋ = 0 0 1 2 2 3 4 4
    Pixels rows = Pixels.of(new ImageShape(1, 8, 8), (c, y, x) -> x / 10.0);
    Pixels result = Corruption.PIXELATE.apply(rows, 5, new Seed(1).generator());
    double[] expected = {0.05, 0.05, 0.2, 0.35, 0.35, 0.5, 0.65, 0.65};
    for (int x = 0; x < 8; x++) {
      assertThat(result.at(0, 4, x)).isCloseTo(expected[x], within(1e-12));
    }
  }

  @Test
  void fogOnWhiteReachesFromItsThicknessToWhite() {
    Pixels white = Pixels.of(GREY, (c, y, x) -> 1);
    Pixels foggy = Corruption.FOG.apply(white, 4, new Seed(3).generator());
    double least = IntStream.range(0, 1024).mapToDouble(foggy::at).min().orElseThrow();
    assertThat(least).isCloseTo(1 / 2.0, within(1e-12)); // (1 + 0) · 1 / (1 + 1)
    assertThat(foggy.greatest()).isCloseTo(1, within(1e-12)); // (1 + 1) · 1 / (1 + 1)
  }

  @Test
  void aPointOutOfFocusIsADiscOfItsRadius() {
    Pixels point = Pixels.of(GREY, (c, y, x) -> y == 16 && x == 16 ? 1 : 0);
    Pixels disc = Corruption.DEFOCUS_BLUR.apply(point, 5, new Seed(1).generator());
    // radius 1.5: nine pixels; σ = 0.1 softens by less than e^-50
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        boolean inside = Math.abs(y - 16) <= 1 && Math.abs(x - 16) <= 1;
        assertThat(disc.at(0, y, x)).isCloseTo(inside ? 1 / 9.0 : 0, within(1e-12));
      }
    }
  }

  @Test
  void motionLeavesAGaussianTrailOfAPointInOneDirection() {
    Pixels point = Pixels.of(GREY, (c, y, x) -> y == 16 && x == 20 ? 1 : 0);
    Pixels trail = new Trail(6, 1.5, 0).apply(point);
    double total = IntStream.rangeClosed(0, 12).mapToDouble(i -> Math.exp(-i * i / 4.5)).sum();
    for (int i = 0; i <= 8; i++) {
      assertThat(trail.at(0, 16, 20 - i)).isCloseTo(Math.exp(-i * i / 4.5) / total, within(1e-12));
    }
    assertThat(trail.at(0, 16, 21)).isZero();
  }

  @Test
  void glassMovesPixelsOnlyAndLosesNone() {
    Pixels coloured = Pixels.of(GREY, (c, y, x) -> (y * 32 + x) / 1024.0);
    Pixels result = Corruption.GLASS_BLUR.apply(coloured, 1, new Seed(1).generator()); // σ ≈ 0
    double[] sorted = IntStream.range(0, 1024).mapToDouble(result::at).sorted().toArray();
    for (int i = 0; i < 1024; i++) {
      assertThat(sorted[i]).isEqualTo(i / 1024.0);
    }
  }

  @Test
  void bordersRepeatAndMirror() {
    assertThat(IntStream.range(-3, 6).map(i -> Border.NEAREST.place(i, 3)))
        .containsExactly(0, 0, 0, 0, 1, 2, 2, 2, 2);
    assertThat(IntStream.range(-3, 6).map(i -> Border.REFLECT.place(i, 3)))
        .containsExactly(2, 1, 0, 0, 1, 2, 2, 1, 0);
    assertThat(IntStream.range(-3, 6).map(i -> Border.MIRROR.place(i, 3)))
        .containsExactly(1, 2, 1, 0, 1, 2, 1, 0, 1);
  }

  @Test
  void impossibleSeveritiesAndImagesAreRefused() {
    Pixels image = picture(GREY, 1);
    assertThatThrownBy(() -> Corruption.FOG.apply(image, 6, new Seed(1).generator()))
        .hasMessage("severity 6 must lie in 0..5");
    Pixels small = picture(new ImageShape(1, 7, 9), 1);
    assertThatThrownBy(() -> Corruption.FOG.apply(small, 1, new Seed(1).generator()))
        .hasMessageContaining("at least 8 x 8 pixels, not of 1x7x9");
  }

  private static double damage(Corruption corruption, int severity) {
    double sum = 0;
    for (int i = 0; i < 60; i++) {
      Pixels image = picture(COLOUR, i);
      sum += distance(corruption.apply(image, severity, new Seed(i).generator()), image);
    }
    return sum / 60;
  }

  /** Root of the mean square of differences. */
  private static double distance(Pixels one, Pixels other) {
    return Math.sqrt(
        IntStream.range(0, one.shape().size())
            .mapToDouble(i -> Math.pow(one.at(i) - other.at(i), 2))
            .average()
            .orElseThrow());
  }

  private static Pixels ramp(ImageShape shape) {
    return Pixels.of(shape, (c, y, x) -> x / 31.0);
  }

  /** A dark square before random waves whose amplitudes fall with their frequency, as in photos. */
  private static Pixels picture(ImageShape shape, int number) {
    RandomGenerator random = new Seed(number).generator();
    double row = 32 * random.nextDouble();
    double column = 32 * random.nextDouble();
    double[][] waves = new double[12][];
    for (int i = 0; i < waves.length; i++) {
      double frequency = 0.1 * (i + 1);
      double angle = 2 * Math.PI * random.nextDouble();
      double phase = 2 * Math.PI * random.nextDouble();
      waves[i] =
          new double[] {
            frequency * Math.cos(angle), frequency * Math.sin(angle), phase, 0.1 / (i + 1)
          };
    }
    return Pixels.of(
        shape,
        (c, y, x) -> {
          double value = Math.abs(y - row) < 5 && Math.abs(x - column) < 4 ? 0.25 : 0.55;
          for (double[] wave : waves) {
            value += wave[3] * Math.sin(wave[0] * y + wave[1] * x + wave[2] + 0.3 * c);
          }
          return Math.min(1, Math.max(0, value));
        });
  }
}
