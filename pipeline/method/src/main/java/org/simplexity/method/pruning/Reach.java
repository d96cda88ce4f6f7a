package org.simplexity.method.pruning;

import org.simplexity.method.weights.FamilyMember;

/**
 * How far removal goes before accuracy suffers, and what is left then.
 *
 * @param accuracy accuracy before anything is removed
 * @param removable greatest share whose removal, as that of every smaller one, loses at most
 *     {@value #LOSS}
 * @param weights weights and biases that are not 0 after it
 * @param multiplyAdds multiply-adds for one image after it, dead units taken out
 */
public record Reach(double accuracy, double removable, long weights, long multiplyAdds) {
  /** Accuracy that may be lost: one point of a hundred. */
  public static final double LOSS = 0.01;

  /**
   * What a curve and the network at its {@link #removable} share amount to.
   *
   * @param curve accuracies over shares
   * @param left the network at that share
   */
  public static Reach of(PruningCurve curve, FamilyMember left) {
    return new Reach(
        curve.points().get(0).score().accuracy(),
        curve.removable(LOSS),
        left.nonZero(),
        Compaction.of(left.network(), left.means()).network().multiplyAdds());
  }
}
