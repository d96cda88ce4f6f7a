package org.simplexity.method.weights;

import java.util.List;
import java.util.random.RandomGenerator;

/** How λ is drawn while a hypernetwork is trained. */
public enum LambdaDistribution {
  /** log λ is uniform over the range. */
  LOG_UNIFORM {
    @Override
    double draw(List<Double> knots, RandomGenerator random) {
      return Knots.range(knots).at(random.nextDouble());
    }
  },
  /** λ is uniform over the range. */
  UNIFORM {
    @Override
    double draw(List<Double> knots, RandomGenerator random) {
      LambdaRange range = Knots.range(knots);
      return range.from() + (range.to() - range.from()) * random.nextDouble();
    }
  },
  /** λ is one of the knots, each as likely as the others. */
  KNOTS {
    @Override
    double draw(List<Double> knots, RandomGenerator random) {
      return knots.get((int) (random.nextDouble() * knots.size()));
    }
  };

  /** One λ within the range of the knots. */
  abstract double draw(List<Double> knots, RandomGenerator random);
}
