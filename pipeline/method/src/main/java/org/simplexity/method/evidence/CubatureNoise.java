package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;

/**
 * The 2n points ±√n e_i of the spherical-radial cubature rule: exact for polynomials of degree 3 in
 * ε, so for the likelihood of linear regression (Arasaratnam, Haykin 2009, §III).
 *
 * @param seed of what else a draw needs
 */
public record CubatureNoise(Seed seed) implements Noise {
  @Override
  public int draws(int length) {
    return 2 * length;
  }

  @Override
  public double[] normal(int draw, int length) {
    double[] point = new double[length];
    point[draw / 2] = (draw % 2 == 0 ? 1 : -1) * Math.sqrt(length);
    return point;
  }

  @Override
  public RandomGenerator generator(int draw) {
    return seed.child("structure").child(draw).generator();
  }
}
