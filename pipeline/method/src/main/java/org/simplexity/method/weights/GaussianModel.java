package org.simplexity.method.weights;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.vector.GaussianVector;
import org.simplexity.kernel.vector.GaussianVector.Penalty;

/** w = m + σ ε with u = (m, log σ). */
final class GaussianModel implements WeightModel {
  private final GaussianVector gaussian;
  private final double initialLogDeviation;

  GaussianModel(FlatVector like, double initialLogDeviation) {
    this.gaussian = new GaussianVector(like);
    this.initialLogDeviation = initialLogDeviation;
  }

  @Override
  public int parameters() {
    return 2 * gaussian.length();
  }

  @Override
  public double[] initial(double[] weights) {
    double[] parameters = Arrays.copyOf(weights, parameters());
    Arrays.fill(parameters, weights.length, parameters.length, initialLogDeviation);
    return parameters;
  }

  @Override
  public void draw(FlatVector parameters, RandomGenerator random, FlatVector weights) {
    gaussian.draw(parameters, random, weights);
  }

  @Override
  public void pullback(
      FlatVector parameters, FlatVector gradient, Penalty penalty, FlatVector target) {
    gaussian.pullback(parameters, gradient, penalty, target);
  }
}
