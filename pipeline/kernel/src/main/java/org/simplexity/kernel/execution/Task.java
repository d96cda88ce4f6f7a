package org.simplexity.kernel.execution;

import java.util.List;
import org.simplexity.kernel.Value;

/**
 * One entry of a schedule: a value, or half of a batch normalisation.
 *
 * @param value what is computed
 * @param part which part of it
 * @param phase number of barriers before it
 * @param uses what to do with the gradient of each input
 */
public record Task(Value value, Part part, int phase, List<GradientUse> uses) {

  /** Parts of operations. */
  public enum Part {
    /** The whole operation. */
    WHOLE,
    /** Sums over the batch; its backward pass ends the normalisation's. */
    STATISTICS,
    /** The affine map with known statistics, one barrier later. */
    NORMALISATION
  }

  /** Copies the uses. */
  public Task {
    uses = List.copyOf(uses);
  }
}
