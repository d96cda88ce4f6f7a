package org.simplexity.cli.simplex;

import org.simplexity.cli.Word;

/** Distributions that the command knows. */
enum DistributionName {
  GUMBEL_SOFTMAX,
  DIRICHLET,
  LOGIT_NORMAL;

  /** The name as it is written. */
  String label() {
    return Word.of(this);
  }

  /** Reads a name. */
  static final class Converter extends Word<DistributionName> {
    Converter() {
      super(DistributionName.class);
    }
  }
}
