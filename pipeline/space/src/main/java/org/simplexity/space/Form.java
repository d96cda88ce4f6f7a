package org.simplexity.space;

/**
 * The forms in which one operation is built.
 *
 * <p>DARTS searches with normalisation without scale and shift and with normalised pools (Liu et
 * al. 2019, §A.1.1), and trains the result with scale and shift and bare pools. A network that
 * inherits the supernet's weights keeps the normalised pools, or it would not compute what was
 * searched; its fresh scale 1 and shift 0 change nothing.
 */
public enum Form {
  /** Inside a supernet. */
  SEARCH(false, true),
  /** Inside a supernet whose pools stay bare, as NAS-Bench-201's (Dong and Yang 2020). */
  BARE_SEARCH(false, false),
  /** A discrete network that continues from the weights of the supernet. */
  INHERITED(true, true),
  /** A discrete network trained from fresh weights. */
  EVALUATION(true, false);

  private final boolean affine;
  private final boolean normalisedPools;

  Form(boolean affine, boolean normalisedPools) {
    this.affine = affine;
    this.normalisedPools = normalisedPools;
  }

  /** Whether normalisation has a learned scale and shift. */
  public boolean affine() {
    return affine;
  }

  /** Whether a pooling operation is followed by normalisation. */
  public boolean normalisedPools() {
    return normalisedPools;
  }
}
