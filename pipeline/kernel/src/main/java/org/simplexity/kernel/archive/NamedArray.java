package org.simplexity.kernel.archive;

import java.util.List;

/** An array of single precision with a name and a shape; immutable. */
public final class NamedArray {
  private final String name;
  private final List<Integer> shape;
  private final float[] values;

  /**
   * Copies the values.
   *
   * @param name name in the archive
   * @param shape extents, slowest first
   * @param values as many as the product of the extents, in C order
   * @throws IllegalArgumentException if the extents do not multiply to the number of values
   */
  public NamedArray(String name, List<Integer> shape, float[] values) {
    long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "array %s of shape %s needs %d values, got %d"
              .formatted(name, shape, size, values.length));
    }
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values.clone();
  }

  /** Name in the archive. */
  public String name() {
    return name;
  }

  /** Extents, slowest first. */
  public List<Integer> shape() {
    return shape;
  }

  /** A copy of the values in C order. */
  public float[] values() {
    return values.clone();
  }
}
