package org.simplexity.report.content;

import java.util.List;
import org.simplexity.report.drawing.Svg;

/**
 * Drawings to compare, side by side where there is room.
 *
 * @param caption what they show
 * @param drawings drawings of one size; each names itself to its reader
 */
public record Gallery(String caption, List<Svg> drawings) implements Block {
  /** Copies the drawings. */
  public Gallery {
    drawings = List.copyOf(drawings);
  }
}
