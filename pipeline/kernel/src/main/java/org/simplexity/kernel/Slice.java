package org.simplexity.kernel;

import java.util.List;

/**
 * A named run of coordinates in one of a network's flat vectors.
 *
 * @param name unique, hierarchical, e.g. {@code cells.0.edge.0-2.sep_conv_3x3.depthwise_1.weight}
 * @param offset first coordinate
 * @param shape extents in PyTorch's order: convolutions [out, in, rows, columns], depthwise
 *     [channels, 1, rows, columns], dense [out, in], everything else [length]
 * @param kind what the coordinates are
 */
public record Slice(String name, int offset, List<Integer> shape, Kind kind) {

  /** Roles of coordinates. */
  public enum Kind {
    /** Coefficients of convolutions and dense layers. */
    WEIGHT,
    /** Additive terms of convolutions and dense layers. */
    BIAS,
    /** Multipliers after a normalisation. */
    SCALE,
    /** Additive terms after a normalisation. */
    SHIFT,
    /** Coordinates of γ. */
    STRUCTURE,
    /** Running means of a normalisation. */
    MEAN,
    /** Running variances of a normalisation. */
    VARIANCE
  }

  /** Copies the extents. */
  public Slice {
    shape = List.copyOf(shape);
  }

  /** Number of coordinates. */
  public int length() {
    int length = 1;
    for (int axis = 0; axis < shape.size(); axis++) {
      length = Math.multiplyExact(length, shape.get(axis));
    }
    return length;
  }

  /** One past the last coordinate. */
  public int end() {
    return offset + length();
  }
}
