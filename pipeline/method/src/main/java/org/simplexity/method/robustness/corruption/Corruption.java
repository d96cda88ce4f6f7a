package org.simplexity.method.robustness.corruption;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/** The corruptions by name, as CIFAR-10-C names its files. */
public enum Corruption {
  /** Gaussian noise in every pixel and channel. */
  GAUSSIAN_NOISE(true),
  /** Poisson noise of few photons. */
  SHOT_NOISE(true),
  /** Some values black, some white. */
  IMPULSE_NOISE(true),
  /** A lens out of focus. */
  DEFOCUS_BLUR(false),
  /** A pane of frosted glass: neighbours change places. */
  GLASS_BLUR(true),
  /** A moving camera. */
  MOTION_BLUR(true),
  /** A camera that moves towards the scene. */
  ZOOM_BLUR(false),
  /** Falling snow. */
  SNOW(true),
  /** Fog, by a plasma fractal. */
  FOG(true),
  /** More light. */
  BRIGHTNESS(false),
  /** Less contrast. */
  CONTRAST(false),
  /** An image on rubber that is stretched. */
  ELASTIC_TRANSFORM(true),
  /** Larger pixels. */
  PIXELATE(false),
  /** Compression by JPEG. */
  JPEG_COMPRESSION(false);

  /** The greatest severity. */
  public static final int WORST = 5;

  private static final int LEAST_SIDE = 8;

  private final boolean random;

  Corruption(boolean random) {
    this.random = random;
  }

  /** Whether the result depends on the generator. */
  public boolean isRandom() {
    return random;
  }

  /**
   * The corrupted image, with numbers in [0, 1].
   *
   * @param image image with numbers in [0, 1], grey or of three colours, of at least 8 × 8 pixels
   * @param severity 0 for the image as it is, 1 to 5 for ever stronger corruption
   * @param generator where random choices come from
   * @throws IllegalArgumentException if shape or severity are others
   */
  public Pixels apply(Pixels image, int severity, RandomGenerator generator) {
    if (severity < 0 || severity > WORST) {
      throw new IllegalArgumentException(
          "severity %d must lie in 0..%d".formatted(severity, WORST));
    }
    check(image.shape());
    return severity == 0 ? image : filter().apply(image, severity, generator).clipped();
  }

  private ImageFilter filter() {
    return switch (this) {
      case GAUSSIAN_NOISE -> new GaussianNoise();
      case SHOT_NOISE -> new ShotNoise();
      case IMPULSE_NOISE -> new ImpulseNoise();
      case DEFOCUS_BLUR -> new DefocusBlur();
      case GLASS_BLUR -> new GlassBlur();
      case MOTION_BLUR -> new MotionBlur();
      case ZOOM_BLUR -> new ZoomBlur();
      case SNOW -> new Snow();
      case FOG -> new Fog();
      case BRIGHTNESS -> new Brightness();
      case CONTRAST -> new Contrast();
      case ELASTIC_TRANSFORM -> new ElasticTransform();
      case PIXELATE -> new Pixelate();
      case JPEG_COMPRESSION -> new JpegCompression();
    };
  }

  private static void check(ImageShape shape) {
    boolean large = Math.min(shape.height(), shape.width()) >= LEAST_SIDE;
    boolean known = shape.channels() == 1 || shape.channels() == 3;
    if (!large || !known) {
      throw new IllegalArgumentException(
          "corruptions need images of 1 or 3 channels and at least 8 x 8 pixels, not of " + shape);
    }
  }

  /** The name in files and in the tracker: {@code gaussian_noise}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
