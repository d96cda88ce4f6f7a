package org.simplexity.method.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.data.ImageSet;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Precision;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.bilevel.FlatAlgebra;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.method.bilevel.InnerProblem;

/** F(w) = mean cross-entropy + λ/N ‖w‖² over N images, in double precision, at h = (λ). */
final class PenalisedLoss implements InnerProblem, AutoCloseable {
  private final List<Part> parts = new ArrayList<>();
  private final int images;

  /** Images in batches of one size, which gradients need. */
  private record Part(Plan plan, BatchFeed feed) {}

  PenalisedLoss(
      Network network,
      LabelledImages labelled,
      ImageSet set,
      FamilySettings settings,
      Conditions conditions) {
    this.images = set.size();
    int whole = images - images % settings.batch();
    for (int[] range :
        new int[][] {{0, whole, settings.batch()}, {whole, images, images - whole}}) {
      if (range[0] < range[1]) {
        Plan plan =
            Plan.compile(network, conditions.plan(range[2]).withPrecision(Precision.DOUBLE));
        ImageSet some = set.select(IntStream.range(range[0], range[1]).toArray());
        parts.add(new Part(plan, settings.feeds(plan, labelled).evaluation(some)));
      }
    }
  }

  /** N. */
  int images() {
    return images;
  }

  @Override
  public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target) {
    double penalty = hyperparameters[0] / images;
    double value = penalty * FlatAlgebra.dot(weights, weights);
    double[] gradient = FlatAlgebra.plus(new double[weights.length], 2 * penalty, weights);
    for (Part part : parts) {
      part.plan().parameters().copyFrom(weights);
      double share = (double) part.plan().settings().batch() / images;
      for (int index = 0; index < part.feed().perEpoch(); index++) {
        part.feed().load(0, index);
        value += share * part.plan().gradients(GradientTarget.WEIGHTS).loss();
        gradient = FlatAlgebra.plus(gradient, share, part.plan().parameterGradients().toArray());
      }
    }
    return new Gradients(value, gradient, new double[0]);
  }

  @Override
  public void close() {
    parts.forEach(part -> part.plan().close());
  }
}
