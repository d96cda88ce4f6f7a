package org.simplexity.method.autoencoder;

import java.util.ArrayList;
import java.util.List;

/** Sums over images of what the latent units do. */
final class LatentMoments {
  private final double[] means;
  private final double[] squares;
  private final double[] divergences;
  private int images;

  LatentMoments(int units) {
    this.means = new double[units];
    this.squares = new double[units];
    this.divergences = new double[units];
  }

  /** Adds the images of the last draw. */
  void add(LatentCode code) {
    for (int example = 0; example < code.examples(); example++) {
      for (int unit = 0; unit < means.length; unit++) {
        double mean = code.mean(example, unit);
        means[unit] += mean;
        squares[unit] += mean * mean;
        divergences[unit] += code.divergence(example, unit);
      }
    }
    images += code.examples();
  }

  /** The units with means over all images added. */
  List<LatentUnit> units(LatentScale scale) {
    double[] relevances = scale.relevances();
    double[] densities = scale.densities();
    List<LatentUnit> units = new ArrayList<>();
    for (int unit = 0; unit < means.length; unit++) {
      double mean = means[unit] / images;
      double variance = Math.max(0, squares[unit] / images - mean * mean);
      units.add(
          new LatentUnit(
              unit, divergences[unit] / images, variance, relevances[unit], densities[unit]));
    }
    return units;
  }
}
