package org.simplexity.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.StructureDistribution;

/** The structure of one pass: one draw for the batch, or one for every image. */
final class DrawnStructure {
  private final List<StructureDraw> draws;

  private DrawnStructure(List<StructureDraw> draws) {
    this.draws = draws;
  }

  /**
   * Draws as often as asked for.
   *
   * @param distribution of an edge
   * @param theta structure parameters of all edges
   * @param count number of draws
   * @param random source of the noise
   */
  static DrawnStructure of(
      StructureDistribution distribution, double[] theta, int count, RandomGenerator random) {
    List<StructureDraw> draws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      draws.add(StructureDraw.of(distribution, theta, random));
    }
    return new DrawnStructure(draws);
  }

  /** γ of all draws, one after another. */
  double[] gamma() {
    double[] first = draws.get(0).gamma();
    double[] gamma = Arrays.copyOf(first, first.length * draws.size());
    for (int i = 1; i < draws.size(); i++) {
      System.arraycopy(draws.get(i).gamma(), 0, gamma, i * first.length, first.length);
    }
    return gamma;
  }

  /**
   * Carries the gradient of all draws back to the structure parameters they share.
   *
   * @param gradient ∂γ of all draws, one after another
   */
  double[] pullback(double[] gradient) {
    int width = gradient.length / draws.size();
    double[] sum = draws.get(0).pullback(Arrays.copyOf(gradient, width));
    for (int i = 1; i < draws.size(); i++) {
      double[] own = Arrays.copyOfRange(gradient, i * width, (i + 1) * width);
      double[] back = draws.get(i).pullback(own);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += back[j];
      }
    }
    return sum;
  }

  /** The first draw. */
  StructureDraw first() {
    return draws.get(0);
  }
}
