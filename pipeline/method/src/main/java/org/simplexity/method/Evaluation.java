package org.simplexity.method;

import org.simplexity.data.ImageSet;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;

/** Scores a network of given weights, and of given structure if it has one. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * Score on a set of images, with running statistics and without random changes.
   *
   * @param network network
   * @param vectors its weights and statistics
   * @param gamma its structure; empty for a network of fixed structure
   * @param images set and statistics to normalise with
   * @param conditions threads
   */
  public static Score score(
      Network network,
      NetworkVectors vectors,
      double[] gamma,
      Subject images,
      Conditions conditions) {
    try (Plan plan = Plan.compile(network, conditions.plan(images.batch()))) {
      plan.parameters().copyFrom(vectors.parameters());
      plan.statistics().copyFrom(vectors.statistics());
      plan.structure().copyFrom(gamma);
      return new ImageFeeds(plan, images.images(), images.batch()).evaluation(images.set()).score();
    }
  }

  /**
   * What is scored on.
   *
   * @param set images
   * @param images data set that they belong to, for its statistics
   * @param batch images a pass
   */
  public record Subject(ImageSet set, LabelledImages images, int batch) {}
}
