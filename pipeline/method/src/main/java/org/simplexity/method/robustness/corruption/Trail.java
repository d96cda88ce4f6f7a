package org.simplexity.method.robustness.corruption;

import org.simplexity.method.robustness.image.Pixels;

/**
 * The trail that everything leaves in one direction: Σ kᵢ x(p + i d), kᵢ ∝ exp(−i²/2σ²), i = 0 …
 * 2r, d the unit vector of the angle; places are rounded to pixels, the edge of the image goes on.
 * As ImageMagick's motion blur.
 *
 * @param radius r in pixels
 * @param deviation σ in pixels
 * @param angle angle to the rows in degrees
 */
record Trail(int radius, double deviation, double angle) {
  /** The blurred image. */
  Pixels apply(Pixels image) {
    Sampling source = new Sampling(image, Border.NEAREST);
    double down = Math.sin(Math.toRadians(angle));
    double right = Math.cos(Math.toRadians(angle));
    return Pixels.of(image.shape(), (c, y, x) -> mean(source, c, y, x, down, right));
  }

  private double mean(
      Sampling source, int channel, int row, int column, double down, double right) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i <= 2 * radius; i++) {
      double weight = Math.exp(-i * i / (2 * deviation * deviation));
      int fromRow = row + (int) Math.ceil(i * down - 0.5);
      int fromColumn = column + (int) Math.ceil(i * right - 0.5);
      sum += weight * source.at(channel, fromRow, fromColumn);
      total += weight;
    }
    return sum / total;
  }
}
