package org.simplexity.method.family;

import java.util.random.RandomGenerator;

/**
 * α(c) = a at every c: the logits of a search for one complexity.
 *
 * @param conditionLength length of c
 * @param logitCount edges of both cell types × operations
 */
public record ConstantLogits(int conditionLength, int logitCount) implements StructureHypernetwork {
  /** Checks the bounds. */
  public ConstantLogits {
    if (conditionLength < 1 || logitCount < 1) {
      throw new IllegalArgumentException(
          "conditionLength %d and logitCount %d must be at least 1"
              .formatted(conditionLength, logitCount));
    }
  }

  @Override
  public int parameterCount() {
    return logitCount;
  }

  @Override
  public double[] initial(double scale, RandomGenerator random) {
    double[] parameters = new double[logitCount];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = scale * random.nextGaussian();
    }
    return parameters;
  }

  @Override
  public double[] logits(double[] condition, double[] parameters) {
    Lengths.check("complexity", condition, conditionLength);
    Lengths.check("parameters", parameters, logitCount);
    return parameters.clone();
  }

  @Override
  public double[] pullback(double[] condition, double[] parameters, double[] gradient) {
    Lengths.check("complexity", condition, conditionLength);
    Lengths.check("gradient", gradient, logitCount);
    return gradient.clone();
  }
}
