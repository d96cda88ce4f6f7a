package org.simplexity.method;

import org.simplexity.method.distribution.Bernoulli;
import org.simplexity.method.distribution.BinaryConcrete;
import org.simplexity.method.distribution.Categorical;
import org.simplexity.method.distribution.Dirichlet;
import org.simplexity.method.distribution.GumbelSoftmax;
import org.simplexity.method.distribution.LogitNormal;
import org.simplexity.method.distribution.SigmoidPoint;
import org.simplexity.method.distribution.SoftmaxPoint;
import org.simplexity.method.distribution.StraightThrough;
import org.simplexity.method.distribution.StructureDistribution;

/**
 * Where the structure lives and how it is distributed (lecture on structure selection).
 *
 * @param distribution distribution of γ of an edge
 * @param temperature temperature of {@code gumbel-softmax}, {@code binary-concrete} and {@code
 *     dirichlet} over the epochs; the others have none
 * @param hard whether the forward pass takes the vertex nearest to a relaxed draw, and the gradient
 *     passes straight through; for {@code gumbel-softmax} and {@code binary-concrete}
 * @param draw how often γ is drawn
 */
public record RelaxationSettings(
    RelaxationKind distribution, AnnealingSettings temperature, boolean hard, DrawScope draw) {
  /** Checks that a hard draw has a relaxed one to be taken from. */
  public RelaxationSettings {
    if (hard
        && distribution != RelaxationKind.GUMBEL_SOFTMAX
        && distribution != RelaxationKind.BINARY_CONCRETE) {
      throw new IllegalArgumentException(
          "hard true needs distribution gumbel-softmax or binary-concrete");
    }
    if (draw == DrawScope.IMAGE && isPoint(distribution)) {
      throw new IllegalArgumentException(
          "draw image needs a distribution that is drawn, not a point: softmax and sigmoid give"
              + " every image the same structure");
    }
  }

  /** The softmax point of DARTS; a temperature of 1 for those that have one. */
  public static RelaxationSettings defaults() {
    return new RelaxationSettings(
        RelaxationKind.SOFTMAX, AnnealingSettings.constant(1), false, DrawScope.BATCH);
  }

  /** The same with another distribution. */
  public RelaxationSettings withDistribution(RelaxationKind other) {
    return new RelaxationSettings(other, temperature, hard, draw);
  }

  private static boolean isPoint(RelaxationKind kind) {
    return kind == RelaxationKind.SOFTMAX || kind == RelaxationKind.SIGMOID;
  }

  /** Whether γ is drawn at all. */
  public boolean isDrawn() {
    return !isPoint(distribution);
  }

  /**
   * The distribution of an edge in an epoch.
   *
   * @param operations operations of an edge
   * @param epoch epoch, counted from 1
   * @param epochs epochs of the search
   */
  StructureDistribution of(int operations, int epoch, int epochs) {
    double t = temperature.value(epoch, epochs);
    return switch (distribution) {
      case SOFTMAX -> new SoftmaxPoint(operations);
      case SIGMOID -> new SigmoidPoint(operations);
      case GUMBEL_SOFTMAX -> hardOr(new GumbelSoftmax(operations, t));
      case DIRICHLET -> new Dirichlet(operations, t);
      case LOGIT_NORMAL -> new LogitNormal(operations);
      case BINARY_CONCRETE -> hardOr(new BinaryConcrete(operations, t));
      case CATEGORICAL -> new Categorical(operations);
      case BERNOULLI -> new Bernoulli(operations);
    };
  }

  private StructureDistribution hardOr(StructureDistribution relaxed) {
    return hard ? new StraightThrough(relaxed) : relaxed;
  }
}
