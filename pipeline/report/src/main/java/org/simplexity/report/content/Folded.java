package org.simplexity.report.content;

import java.util.List;

/**
 * Blocks that the reader unfolds; printed unfolded.
 *
 * @param title what is inside
 * @param blocks in order
 */
public record Folded(String title, List<Block> blocks) implements Block {
  /** Copies the blocks. */
  public Folded {
    blocks = List.copyOf(blocks);
  }
}
