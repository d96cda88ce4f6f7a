package org.simplexity.method.family;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * α(λ) = a_i + (a_{i+1} − a_i) (λ − t_i) / (t_{i+1} − t_i) for t_i ≤ λ ≤ t_{i+1}: continuous, and
 * a_i at the knot t_i. Beyond the outer knots the outer pieces go on.
 *
 * <p>Of the map of hypernetworks and pruning, {@link
 * org.simplexity.method.weights.PiecewiseLinearMap}, it differs in that λ enters as it is and not
 * by its logarithm, since a price may be 0.
 *
 * @param knots t, at least two, finite and increasing
 * @param logitCount edges of both cell types × operations
 */
public record PiecewiseLinearLogits(List<Double> knots, int logitCount)
    implements StructureHypernetwork {
  /** Copies the knots and checks them. */
  public PiecewiseLinearLogits {
    knots = List.copyOf(knots);
    if (knots.size() < 2) {
      throw new IllegalArgumentException("knots %s: at least two are needed".formatted(knots));
    }
    for (int i = 0; i < knots.size(); i++) {
      if (!Double.isFinite(knots.get(i))) {
        throw new IllegalArgumentException(
            "knots %s: %s is not finite".formatted(knots, knots.get(i)));
      }
      if (i > 0 && knots.get(i) <= knots.get(i - 1)) {
        throw new IllegalArgumentException(
            "knots %s must increase, but %s follows %s"
                .formatted(knots, knots.get(i), knots.get(i - 1)));
      }
    }
    if (logitCount < 1) {
      throw new IllegalArgumentException("logitCount " + logitCount + " must be at least 1");
    }
  }

  @Override
  public int conditionLength() {
    return 1;
  }

  @Override
  public int parameterCount() {
    return knots.size() * logitCount;
  }

  @Override
  public double[] initial(double scale, RandomGenerator random) {
    double[] parameters = new double[parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = scale * random.nextGaussian();
    }
    return parameters;
  }

  /** The knot on the left of the piece that λ lies on. */
  private int left(double lambda) {
    int left = 0;
    while (left < knots.size() - 2 && lambda > knots.get(left + 1)) {
      left++;
    }
    return left;
  }

  private double share(double lambda, int left) {
    return (lambda - knots.get(left)) / (knots.get(left + 1) - knots.get(left));
  }

  @Override
  public double[] logits(double[] condition, double[] parameters) {
    Lengths.check("lambda", condition, 1);
    Lengths.check("parameters", parameters, parameterCount());
    int left = left(condition[0]);
    double share = share(condition[0], left);
    int start = left * logitCount;
    double[] logits = new double[logitCount];
    for (int i = 0; i < logitCount; i++) {
      logits[i] = (1 - share) * parameters[start + i] + share * parameters[start + logitCount + i];
    }
    return logits;
  }

  @Override
  public double[] pullback(double[] condition, double[] parameters, double[] gradient) {
    Lengths.check("lambda", condition, 1);
    Lengths.check("parameters", parameters, parameterCount());
    Lengths.check("gradient", gradient, logitCount);
    int left = left(condition[0]);
    double share = share(condition[0], left);
    int start = left * logitCount;
    double[] result = new double[parameters.length];
    for (int i = 0; i < logitCount; i++) {
      result[start + i] = (1 - share) * gradient[i];
      result[start + logitCount + i] = share * gradient[i];
    }
    return result;
  }
}
