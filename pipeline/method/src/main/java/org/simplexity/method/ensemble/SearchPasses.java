package org.simplexity.method.ensemble;

import org.simplexity.method.OuterGradientSettings;
import org.simplexity.method.SearchSettings;

/**
 * Forward passes over a batch that a search takes for its training steps: one for the weights, and
 * for the structure, after the warm-up, one at first order, four unrolled, 3 + 2 · terms of a
 * Neumann series and at most 3 + 2 · iterations of conjugate gradients.
 *
 * @param settings search
 */
record SearchPasses(SearchSettings settings) {
  /** Images that pass in all epochs, of {@code steps} batches each. */
  double images(int steps) {
    double structure = (double) (settings.epochs() - settings.warmUpEpochs()) * ofStructure();
    return steps * (double) settings.batch() * (settings.epochs() + structure);
  }

  private int ofStructure() {
    OuterGradientSettings outer = settings.outer();
    return switch (outer.gradient()) {
      case FIRST_ORDER -> 1;
      case UNROLLED -> 4;
      case NEUMANN -> 3 + 2 * outer.terms();
      case CONJUGATE_GRADIENTS -> 3 + 2 * outer.iterations();
    };
  }
}
