package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Score;
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

  /**
   * How far removal by the first criterion goes before accuracy suffers.
   *
   * @param curve its curve
   */
  public Reach reach(PruningCurve curve) {
    FamilyMember left =
        FamilyMember.points(member.network(), left(mask(curve.removable(Reach.LOSS))));
    return Reach.of(curve, left);
  }

  /**
   * What the first criterion removes.
   *
   * @param share share of the weights
   */
  public PruningMask mask(double share) {
    return mask(importance(settings.criteria().get(0)), share);
  }

  /**
   * The weights that a removal leaves, 0 where they are removed.
   *
   * @param mask what is removed
   */
  public float[] left(PruningMask mask) {
    return mask.apply(member.means());
  }

  /**
   * The score of weights on the test split.
   *
   * @param weights weights of the network
   */
  public Score score(float[] weights) {
    for (int i = 0; i < weights.length; i++) {
      plan.parameters().set(i, weights[i]);
    }
    return feed.score();
  }

  private PruningCurve curve(PruningCriterion criterion) {
    double[] importance = importance(criterion);
    List<PruningCurve.Point> points = new ArrayList<>();
    for (double share : settings.removed()) {
      points.add(new PruningCurve.Point(share, score(left(mask(importance, share)))));
    }
    return new PruningCurve(criterion, points);
  }

  private PruningMask mask(double[] importance, double share) {
    return PruningMask.of(member.network(), importance, settings.scope(), share);
  }

  private double[] importance(PruningCriterion criterion) {
    return criterion.importance(member, conditions.seed().child(criterion.name()).generator());
  }

  @Override
  public void close() {
    plan.close();
  }
}
