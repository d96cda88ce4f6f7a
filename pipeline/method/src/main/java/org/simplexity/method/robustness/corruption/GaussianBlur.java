package org.simplexity.method.robustness.corruption;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.simplexity.method.robustness.image.Pixels;

/**
 * The convolution with a Gaussian kernel exp(−d²/2σ²), cut off and normalised, along rows and then
 * along columns.
 *
 * @param deviation σ in pixels; 0 changes nothing
 * @param truncate where the kernel ends, in σ
 * @param border what lies beyond the edge
 */
record GaussianBlur(double deviation, double truncate, Border border) {
  /** The blurred image. */
  Pixels apply(Pixels image) {
    double[] kernel = kernel();
    if (kernel.length == 1) {
      return image;
    }
    int reach = kernel.length / 2;
    Sampling source = new Sampling(image, border);
    Pixels rows =
        Pixels.of(image.shape(), (c, y, x) -> sum(kernel, k -> source.at(c, y, x + k - reach)));
    Sampling halfway = new Sampling(rows, border);
    return Pixels.of(image.shape(), (c, y, x) -> sum(kernel, k -> halfway.at(c, y + k - reach, x)));
  }

  private double[] kernel() {
    int reach = (int) (truncate * deviation + 0.5);
    double[] kernel = new double[2 * reach + 1];
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = reach == 0 ? 1 : Math.exp(-k * k / (2 * deviation * deviation));
    }
    double total = Arrays.stream(kernel).sum();
    return Arrays.stream(kernel).map(weight -> weight / total).toArray();
  }

  private static double sum(double[] kernel, IntToDoubleFunction value) {
    double sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      sum += kernel[k] * value.applyAsDouble(k);
    }
    return sum;
  }
}
