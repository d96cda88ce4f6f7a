package org.simplexity.method.weights;

import java.util.Locale;

/**
 * Where the complexity λ enters the objective of variational weights (hypernetworks and pruning,
 * equations 1 and 2), which is maximised. Other weights have L3 = E log p(D|w) − λ‖w‖² (equation 3,
 * whose printed sign is a misprint).
 */
public enum ObjectiveKind {
  /** L1 = E log p(D|w) − λ KL(q ‖ p). */
  L1,
  /** L2 = E log p(D|w) − KL(q ‖ p(w|λ)), p(w|λ) = N(0, A⁻¹ / λ). */
  L2;

  /** The word in files: {@code l1}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
