package org.simplexity.report.content;

import org.simplexity.report.drawing.Svg;

/**
 * A drawing with its caption.
 *
 * @param caption what it shows
 * @param drawing the drawing; it names itself to screen readers
 */
public record Drawing(String caption, Svg drawing) implements Block {}
