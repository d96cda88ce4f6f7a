package org.simplexity.kernel;

/** How normalisations take their statistics. */
public enum Mode {
  /** From the batch; the running statistics move. */
  TRAINING,
  /** From the running statistics. */
  EVALUATION
}
