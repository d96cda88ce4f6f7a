package org.simplexity.method.weights;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.vector.GaussianVector.Penalty;
import org.simplexity.kernel.vector.LinearCombination;

/**
 * w = u.
 *
 * @param weights length of w
 */
record PointModel(int weights) implements WeightModel {
  @Override
  public int parameters() {
    return weights;
  }

  @Override
  public double[] initial(double[] weights) {
    return weights.clone();
  }

  @Override
  public void draw(FlatVector parameters, RandomGenerator random, FlatVector weights) {
    LinearCombination.scaled(1, parameters, weights);
  }

  @Override
  public void pullback(
      FlatVector parameters, FlatVector gradient, Penalty penalty, FlatVector target) {
    LinearCombination.scaled(1, gradient, target);
    LinearCombination.add(penalty.quadratic(), parameters, target);
  }
}
