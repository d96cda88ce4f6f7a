package org.simplexity.cli.simplex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.simplexity.method.distribution.Density;
import org.simplexity.method.distribution.Draw;

/** One distribution of a family at fixed parameters. */
final class Member {
  private final Density density;
  private final double[] theta;

  /**
   * Fixes the parameters.
   *
   * @param density a density over the simplex
   * @param theta its θ
   */
  Member(Density density, double[] theta) {
    this.density = density;
    this.theta = theta.clone();
  }

  int operations() {
    return density.operations();
  }

  /** ln p at ln γ. */
  double logDensity(double... logs) {
    return density.logDensity(theta, logs).value();
  }

  double[] centre() {
    return density.centre(theta);
  }

  /** Draws, each of K shares. */
  double[][] draws(int count, long seed) {
    Random random = new Random(seed);
    double[][] draws = new double[count][];
    for (int i = 0; i < count; i++) {
      Draw draw = density.draw(theta, random);
      draws[i] = draw.gamma();
    }
    return draws;
  }

  /** Writes an array of numbers into an object. */
  static void put(ObjectNode object, String name, double[] values) {
    var array = object.putArray(name);
    for (double value : values) {
      array.add(value);
    }
  }
}
