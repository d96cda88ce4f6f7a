package org.simplexity.report.drawing;

import java.util.List;

/** One flat shape of a {@link Scene}. */
public sealed interface Mark {
  /**
   * A polygon filled with a colour of the sequential scale.
   *
   * @param corners in order around it
   * @param level number of the colour
   * @param name what a reader is told who points at it; empty for nothing
   */
  record Face(List<Point> corners, int level, String name) implements Mark {
    /** Copies the corners. */
    public Face {
      corners = List.copyOf(corners);
    }

    /** Its colour on both grounds. */
    public Colour colour() {
      return ColourScale.level(level);
    }
  }

  /**
   * An open line.
   *
   * @param points in order along it
   * @param ink colour
   * @param width in user units
   */
  record Line(List<Point> points, Ink ink, double width) implements Mark {
    /** Copies the points. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * Words in one line.
   *
   * @param text what they say
   * @param place of their anchor, on the base line
   * @param anchor which part of them stands there
   * @param ink colour
   * @param size of the face in user units
   */
  record Words(String text, Point place, Anchor anchor, Ink ink, double size) implements Mark {}

  /** Which part of words stands at their place; named as in SVG. */
  enum Anchor {
    /** Their beginning. */
    START,
    /** Their middle. */
    MIDDLE,
    /** Their end. */
    END
  }
}
