package org.simplexity.space;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The size of a cell space (Liu et al. 2019, §2.1 and §3.1.1).
 *
 * @param cells number of cells in the network; the cells at one third and at two thirds reduce
 * @param nodes intermediate nodes of a cell
 * @param channels channels of the first cell's nodes; each reduction cell doubles them
 * @param operations names of the candidate operations of every edge, or of a set of them such as
 *     darts
 * @param stemMultiplier the stem has {@code stemMultiplier × channels} channels
 * @param stemStride stride of the stem convolution: 2 halves large images once before the first
 *     cell
 */
public record CellSpaceSettings(
    @Min(1) @Max(100) int cells,
    @Min(1) @Max(20) int nodes,
    @Min(1) @Max(4096) int channels,
    @NotEmpty List<String> operations,
    @Min(1) @Max(16) int stemMultiplier,
    @Min(1) @Max(4) int stemStride) {
  /** Puts named sets apart and checks that every operation is known and named once. */
  public CellSpaceSettings {
    operations = OperationSets.expand(operations);
    if (new LinkedHashSet<>(operations).size() != operations.size()) {
      throw new IllegalArgumentException("operations " + operations + " names one operation twice");
    }
  }

  /**
   * Three cells of four nodes with 16 channels: the size at which the documents compare methods.
   */
  public static CellSpaceSettings defaults() {
    return new CellSpaceSettings(
        3, 4, 16, List.of("max_pool_3x3", "skip_connect", "sep_conv_3x3"), 3, 1);
  }
}
