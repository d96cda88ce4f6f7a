package org.simplexity.method.family;

import java.util.Locale;
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
  LATENCY("ms"),
  /** Millijoules of a forward pass for one image, measured where the machine tells its energy. */
  ENERGY("mJ");

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
    return this != LATENCY && this != ENERGY;
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
      case LATENCY, ENERGY -> throw new IllegalStateException(this + " is measured, not counted");
    };
  }

  /** The word in tables and files: {@code multiply_adds}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
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
