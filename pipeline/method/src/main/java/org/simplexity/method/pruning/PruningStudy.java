package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.weights.FamilyMember;
import org.simplexity.method.weights.FamilySettings;

/** Removes weights of a network in the order of a criterion and asks it about images. */
public final class PruningStudy implements AutoCloseable {
  private final FamilyMember member;
  private final PruningSettings settings;
  private final Conditions conditions;
  private final Plan plan;
  private final BatchFeed feed;

  /**
   * Compiles the network.
   *
   * @param member network with its weights
   * @param images images whose test split it is asked about
   * @param fitted how the weights were fitted
   * @param settings criteria and shares
   * @param conditions threads, and the seed of random removal
   */
  public PruningStudy(
      FamilyMember member,
      LabelledImages images,
      FamilySettings fitted,
      PruningSettings settings,
      Conditions conditions) {
    this.member = member;
    this.settings = settings;
    this.conditions = conditions;
    this.plan = Plan.compile(member.network(), conditions.plan(fitted.batch()));
    this.feed = fitted.feeds(plan, images).evaluation(images.prepared().test());
  }

  /** One curve a criterion, in the order of the settings. */
  public List<PruningCurve> run() {
    return settings.criteria().stream().map(this::curve).toList();
  }

  private PruningCurve curve(PruningCriterion criterion) {
    double[] importance = importance(criterion);
    List<PruningCurve.Point> points = new ArrayList<>();
    for (double share : settings.removed()) {
      PruningMask mask = PruningMask.of(member.network(), importance, settings.scope(), share);
      float[] left = mask.apply(member.means());
      for (int i = 0; i < left.length; i++) {
        plan.parameters().set(i, left[i]);
      }
      points.add(new PruningCurve.Point(share, feed.score()));
    }
    return new PruningCurve(criterion, points);
  }

  private double[] importance(PruningCriterion criterion) {
    return criterion.importance(member, conditions.seed().child(criterion.name()).generator());
  }

  @Override
  public void close() {
    plan.close();
  }
}
