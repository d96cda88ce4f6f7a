package org.simplexity.method.distribution;

import java.util.List;
import java.util.stream.Stream;

/** Distributions at parameters for the contract: several K, θ and temperatures of every kind. */
final class Cases {
  static final double[][] COVARIANCE = {{0.9, 0.3, -0.2}, {0.3, 0.6, 0.1}, {-0.2, 0.1, 0.7}};

  private Cases() {}

  /** A distribution at its parameters; explicit ones are smooth functions of θ and noise. */
  record Case(StructureDistribution distribution, List<Double> parameters, boolean explicit) {
    double[] theta() {
      return parameters.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Density density() {
      return (Density) distribution;
    }

    @Override
    public String toString() {
      return distribution + " at " + parameters;
    }
  }

  private static Case explicit(StructureDistribution distribution, Double... theta) {
    return new Case(distribution, List.of(theta), true);
  }

  private static Case implicit(StructureDistribution distribution, Double... theta) {
    return new Case(distribution, List.of(theta), false);
  }

  static Stream<Case> all() {
    return Stream.concat(densities(), withoutDensity());
  }

  static Stream<Case> withoutDensity() {
    return Stream.of(
        explicit(new SoftmaxPoint(4), 0.3, -1.2, 2.0, 0.0),
        explicit(new SigmoidPoint(3), 0.3, -1.2, 2.0),
        implicit(new Categorical(3), 0.3, -1.2, 1.0),
        implicit(new Bernoulli(3), 0.3, -1.2, 2.0),
        implicit(new StraightThrough(new GumbelSoftmax(3, 0.7)), 0.3, -1.2, 1.0),
        implicit(new StraightThrough(new BinaryConcrete(2, 0.7)), 0.3, -1.2));
  }

  static Stream<Case> densities() {
    return Stream.of(
        explicit(new GumbelSoftmax(2, 0.4), 0.5, -0.3),
        explicit(new GumbelSoftmax(3, 1.0), 0.0, 0.0, 0.0),
        explicit(new GumbelSoftmax(3, 0.6), 1.1, -0.4, 0.2),
        explicit(new GumbelSoftmax(3, 2.5), 3.1, 2.4, 2.2),
        implicit(new Dirichlet(2, 0.5), -0.7, 0.4),
        implicit(new Dirichlet(3, 1.0), 0.0, 0.0, 0.0),
        implicit(new Dirichlet(3, 2.0), 0.2, -0.9, 1.0),
        implicit(new Dirichlet(3, 8.0), 0.2, -0.4, 0.5),
        implicit(new Dirichlet(2, 40.0), 0.2, -0.4),
        explicit(new LogitNormal(2), 0.4, -0.5, -0.2, 0.3),
        explicit(new LogitNormal(3), 0.4, -0.5, 0.1, -0.2, 0.3, -0.6),
        explicit(new CorrelatedLogitNormal(COVARIANCE), 0.4, -0.5, 0.1),
        explicit(new BinaryConcrete(1, 0.6), 0.8),
        explicit(new BinaryConcrete(2, 1.5), 0.8, -0.5));
  }
}
