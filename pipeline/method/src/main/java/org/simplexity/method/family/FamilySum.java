package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.Outcome;
import org.simplexity.method.ScoreSum;

/** What the samples of a step came to. Not safe for threads. */
public final class FamilySum {
  private final List<Outcome> outcomes = new ArrayList<>();
  private double cost;

  void add(FamilySample sample) {
    outcomes.add(sample.outcome());
    cost += sample.cost();
  }

  /** Adds the outcomes to a sum over an epoch. */
  public void addTo(ScoreSum scores) {
    outcomes.forEach(scores::add);
  }

  /** Mean of the term beside the cross-entropy, without its weight. */
  public double cost() {
    return cost / outcomes.size();
  }
}
