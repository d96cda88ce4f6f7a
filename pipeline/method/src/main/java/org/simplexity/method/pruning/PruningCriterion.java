package org.simplexity.method.pruning;

import java.util.random.RandomGenerator;
import org.simplexity.method.weights.FamilyMember;

/**
 * In which order weights are removed: those with the greatest value of a function g first
 * (hypernetworks and pruning, "pruning of parameters").
 */
public enum PruningCriterion {
  /**
   * Relative density at zero, g = exp(−μ² / (2 σ²)) (Graves 2011, §4.2; the minus sign is missing
   * in the document); of points, which have no σ, g = exp(−w²).
   */
  DENSITY {
    @Override
    double[] importance(FamilyMember member, RandomGenerator random) {
      float[] logs = member.logDeviations();
      double[] importance = squares(member);
      for (int i = 0; i < logs.length; i++) {
        importance[i] /= 2 * Math.exp(2.0 * logs[i]);
      }
      return importance;
    }
  },
  /** Magnitude, g = exp(−μ²). */
  MAGNITUDE {
    @Override
    double[] importance(FamilyMember member, RandomGenerator random) {
      return squares(member);
    }
  },
  /** Chance, against which the others are held. */
  RANDOM {
    @Override
    double[] importance(FamilyMember member, RandomGenerator random) {
      return random.doubles(member.means().length).toArray();
    }
  };

  /**
   * −log g of every weight up to a constant: the least goes first. Logarithms, so that weights far
   * from zero do not all underflow to the same value.
   */
  abstract double[] importance(FamilyMember member, RandomGenerator random);

  private static double[] squares(FamilyMember member) {
    float[] means = member.means();
    double[] squares = new double[means.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (double) means[i] * means[i];
    }
    return squares;
  }
}
