package org.simplexity.method;

import org.simplexity.data.Seed;
import org.simplexity.kernel.PlanSettings;

/**
 * What a run of a method depends on besides its settings.
 *
 * @param threads worker threads; results do not depend on them
 * @param seed seed of every random choice
 */
public record Conditions(int threads, Seed seed) {
  /** A plan for batches of that size under these conditions. */
  public PlanSettings plan(int batch) {
    return PlanSettings.defaults(batch).withThreads(threads);
  }

  /** The same with a seed for one purpose. */
  public Conditions child(String purpose) {
    return new Conditions(threads, seed.child(purpose));
  }
}
