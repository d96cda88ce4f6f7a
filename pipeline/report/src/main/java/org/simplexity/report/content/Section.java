package org.simplexity.report.content;

import java.util.List;

/**
 * A chapter.
 *
 * @param title its heading
 * @param blocks what stands under it, in order
 */
public record Section(String title, List<Block> blocks) {
  /** Copies the blocks. */
  public Section {
    blocks = List.copyOf(blocks);
  }
}
