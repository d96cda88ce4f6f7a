package org.simplexity.method;

import jakarta.validation.constraints.Min;

/**
 * How a relaxed structure becomes a discrete one (Liu et al. 2019, §2.4).
 *
 * @param edgesPerNode strongest incoming edges that each node keeps
 * @param fineTuneEpochs epochs of fine-tuning after which the accuracy is reported again
 */
public record DiscretisationSettings(@Min(1) int edgesPerNode, @Min(0) int fineTuneEpochs) {
  /** Two edges a node, as in DARTS, and one epoch of fine-tuning. */
  public static DiscretisationSettings defaults() {
    return new DiscretisationSettings(2, 1);
  }
}
