package org.simplexity.space;

import java.util.List;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/** What a cell computes between its preprocessed inputs and its output. */
interface CellBody {
  /**
   * Appends the intermediate nodes and the concatenation.
   *
   * @param builder network under construction, in the scope of the cell
   * @param type normal or reduction
   * @param inputs the two preprocessed inputs
   * @param channels channels of every node
   */
  Value build(NetworkBuilder builder, CellType type, List<Value> inputs, int channels);
}
