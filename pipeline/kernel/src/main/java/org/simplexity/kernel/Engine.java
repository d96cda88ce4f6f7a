package org.simplexity.kernel;

/** What a plan computes with. */
public enum Engine {
  /**
   * The fastest for the precision on this machine: in single precision {@link #ONEDNN} if its
   * library loads and ND4J's backend is not CUDA, else {@link #ND4J}; in double precision {@link
   * #REFERENCE}.
   */
  AUTOMATIC,
  /** oneDNN's own bindings, on CPUs; single precision. */
  ONEDNN,
  /** ND4J's native operations, on the device of its backend; single and double precision. */
  ND4J,
  /** Plain loops; double precision. */
  REFERENCE
}
