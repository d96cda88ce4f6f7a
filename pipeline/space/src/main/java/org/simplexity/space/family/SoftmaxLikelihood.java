package org.simplexity.space.family;

import java.util.Arrays;

/** Classes by softmax: log p(y | f) = f_y − log Σ_z exp f_z. */
public record SoftmaxLikelihood() implements Likelihood {
  @Override
  public double logProbability(double[] value, double target) {
    return value[index(value, target)] - logSum(value);
  }

  @Override
  public double[] gradient(double[] value, double target) {
    double sum = logSum(value);
    double[] gradient = Arrays.stream(value).map(z -> -Math.exp(z - sum)).toArray();
    gradient[index(value, target)] += 1;
    return gradient;
  }

  private static double logSum(double[] value) {
    double largest = Arrays.stream(value).max().orElseThrow();
    return largest + Math.log(Arrays.stream(value).map(z -> Math.exp(z - largest)).sum());
  }

  private static int index(double[] value, double target) {
    if (target != Math.rint(target) || target < 0 || target >= value.length) {
      throw new IllegalArgumentException(
          "class %s must be a whole number from 0 to %d".formatted(target, value.length - 1));
    }
    return (int) target;
  }
}
