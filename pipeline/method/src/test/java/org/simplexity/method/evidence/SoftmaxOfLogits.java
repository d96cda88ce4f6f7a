package org.simplexity.method.evidence;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.simplexity.method.EdgeSoftmax;
import org.simplexity.method.distribution.Domain;
import org.simplexity.method.distribution.Draw;
import org.simplexity.method.distribution.StructureDistribution;

/** The point γ = softmax(θ). */
record SoftmaxOfLogits(int operations) implements StructureDistribution {
  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public int parameters() {
    return operations;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    double[] gamma = centre(theta);
    EdgeSoftmax softmax = new EdgeSoftmax(operations);
    return new Draw() {
      @Override
      public double[] gamma() {
        return gamma.clone();
      }

      @Override
      public double[] coordinates() {
        return Arrays.stream(gamma).map(Math::log).toArray();
      }

      @Override
      public double[] pullback(double[] gradient) {
        return softmax.pullback(gamma, gradient);
      }

      @Override
      public double[] coordinatePullback(double[] gradient) {
        throw new UnsupportedOperationException("points have no density");
      }
    };
  }

  @Override
  public double[] centre(double[] theta) {
    return new EdgeSoftmax(operations).apply(theta);
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return new EdgeSoftmax(operations).pullback(centre(theta), gradient);
  }
}
