package org.simplexity.method.ensemble;

/**
 * What work cost: as measured on the machine, and in a count that is the same on every machine.
 *
 * @param seconds seconds of wall time
 * @param multiplyAdds multiply-adds of forward passes: images × passes × {@link
 *     org.simplexity.kernel.Network#multiplyAdds}, of training steps, of statistics that are
 *     estimated again, and of predictions that structures are chosen by. Backward passes, some
 *     twice as much, are in proportion; scores that only watch do not count
 */
public record Cost(double seconds, double multiplyAdds) {
  /** Nothing. */
  public static final Cost NONE = new Cost(0, 0);

  /** The sum of both. */
  public Cost plus(Cost other) {
    return new Cost(seconds + other.seconds, multiplyAdds + other.multiplyAdds);
  }
}
