package org.simplexity.method.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.data.ImageSet;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.bilevel.FlatAlgebra;
import org.simplexity.method.evidence.QuasiNewton;

/**
 * The minima w*(λ) of {@link PenalisedLoss} over the training images, and how far fitted weights
 * are from them.
 *
 * <p>Of a network of one dense layer F is strongly convex with 2λ/N, so there is one minimum, and a
 * point with gradient ∇ is at most ‖∇‖ N / 2λ away from it. That is the first condition of the
 * theorem on pruning (hypernetworks and pruning): if then w_n(λ) → w*(λ), so does g(w_n(λ)) →
 * g(w*(λ)) of every continuous criterion g.
 */
final class UniqueOptima implements AutoCloseable {
  private final PenalisedLoss loss;
  private final Map<Double, double[]> minima = new LinkedHashMap<>();

  UniqueOptima(
      Network network,
      LabelledImages labelled,
      ImageSet trained,
      FamilySettings settings,
      Conditions conditions,
      List<Double> lambdas) {
    this.loss = new PenalisedLoss(network, labelled, trained, settings, conditions);
    double[] start = new double[network.parameterCount()];
    for (double lambda : lambdas) {
      start = QuasiNewton.defaults().improve(loss, start, new double[] {lambda});
      minima.put(lambda, start);
    }
  }

  /** The bound ‖∇‖ N / 2λ of the distance of what was found to w*(λ), by λ. */
  Map<Double, Double> errors() {
    Map<Double, Double> errors = new LinkedHashMap<>();
    minima.forEach(
        (lambda, found) -> {
          double[] slope =
              loss.inner(found, new double[] {lambda}, GradientTarget.WEIGHTS).weights();
          double norm = Math.sqrt(FlatAlgebra.dot(slope, slope));
          errors.put(lambda, norm * loss.images() / (2 * lambda));
        });
    return errors;
  }

  /** How far a family is from w*(λ), by λ. */
  Map<Double, OptimumGap> gaps(WeightFamily family) {
    Map<Double, OptimumGap> gaps = new LinkedHashMap<>();
    minima.forEach((lambda, best) -> gaps.put(lambda, gap(lambda, family.at(lambda), best)));
    return gaps;
  }

  private OptimumGap gap(double lambda, FamilyMember member, double[] best) {
    float[] means = member.means();
    double[] weights = new double[means.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = means[i];
      sum += Math.abs(Math.exp(-weights[i] * weights[i]) - Math.exp(-best[i] * best[i]));
    }
    return new OptimumGap(sum / weights.length, value(lambda, weights) - value(lambda, best));
  }

  private double value(double lambda, double[] weights) {
    return loss.inner(weights, new double[] {lambda}, GradientTarget.WEIGHTS).value();
  }

  @Override
  public void close() {
    loss.close();
  }
}
