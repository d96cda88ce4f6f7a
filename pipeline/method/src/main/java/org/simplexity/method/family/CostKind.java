package org.simplexity.method.family;

import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;

/** What an operation may cost. */
public enum CostKind {
  /** Number of weights, scales and shifts of normalisations among them. */
  PARAMETERS("weights"),
  /** Multiplications with weights in convolutions and dense layers for one image. */
  MULTIPLY_ADDS("multiply-adds"),
  /** Bytes of all intermediate results for one image in single precision, none of them shared. */
  ACTIVATIONS("bytes"),
  /** Milliseconds of a forward pass for one image, measured on this machine. */
  LATENCY("ms");

  private static final int BYTES = 4;

  private final String unit;

  CostKind(String unit) {
    this.unit = unit;
  }

  /** The unit, as in tables. */
  public String unit() {
    return unit;
  }

  /** Whether it follows from the description of a network; if not it is measured. */
  public boolean isCounted() {
    return this != LATENCY;
  }

  /**
   * What a whole network costs.
   *
   * @param network network without an auxiliary head
   * @throws IllegalStateException if this is measured and not counted
   */
  double of(Network network) {
    return switch (this) {
      case PARAMETERS -> network.parameterCount();
      case MULTIPLY_ADDS -> network.multiplyAdds();
      case ACTIVATIONS -> BYTES * (double) activations(network);
      case LATENCY -> throw new IllegalStateException("latency is measured, not counted");
    };
  }

  /** Images and constants are not computed. */
  private static long activations(Network network) {
    return network.counted().stream()
        .filter(value -> !value.inputs().isEmpty())
        .map(Value::shape)
        .mapToLong(shape -> shape.size())
        .sum();
  }
}
