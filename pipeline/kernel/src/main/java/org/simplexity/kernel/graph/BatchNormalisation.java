package org.simplexity.kernel.graph;

/**
 * Settings of batch normalisation (Ioffe and Szegedy 2015), as PyTorch's {@code BatchNorm2d}.
 *
 * <p>y = (x − μ) / √(σ² + ε) · scale + shift per channel. Training uses the batch's mean and biased
 * variance and moves the running ones by {@code momentum}, the variance unbiased; evaluation uses
 * the running ones.
 *
 * @param affine whether scale and shift are parameters; otherwise 1 and 0
 * @param epsilon ε, added to the variance, positive
 * @param momentum share of the new statistics in the running ones, in [0, 1]
 */
public record BatchNormalisation(boolean affine, double epsilon, double momentum) {

  /** Checks the bounds. */
  public BatchNormalisation {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + " must be positive");
    }
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum " + momentum + " must lie in [0, 1]");
    }
  }

  /** PyTorch's: affine, ε = 1e-5, momentum 0.1. */
  public static BatchNormalisation defaults() {
    return new BatchNormalisation(true, 1e-5, 0.1);
  }

  /** The same without scale and shift, as in DARTS's search. */
  public BatchNormalisation withoutAffine() {
    return new BatchNormalisation(false, epsilon, momentum);
  }
}
