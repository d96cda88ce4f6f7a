package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A regular polygon with a corner for every operation, the first on top, then clockwise; two
 * corners lie beside one another.
 *
 * @param corners at least 2
 * @param centre its middle
 * @param radius of the circle round it
 */
record RegularPolygon(int corners, Point centre, double radius) {
  /** Checks the number of corners. */
  RegularPolygon {
    if (corners < 2) {
      throw new IllegalArgumentException("corners " + corners + " must be at least 2");
    }
  }

  /** A corner, counted from 0. */
  Point corner(int number) {
    double start = corners == 2 ? -Math.PI : -Math.PI / 2;
    double angle = start + 2 * Math.PI * number / corners;
    return new Point(centre.x() + radius * Math.cos(angle), centre.y() + radius * Math.sin(angle));
  }

  /** All corners. */
  List<Point> outline() {
    List<Point> outline = new ArrayList<>();
    for (int number = 0; number < corners; number++) {
      outline.add(corner(number));
    }
    return outline;
  }

  /**
   * Σ_k γ_k corner_k: a point of the simplex where there are three corners, its image otherwise.
   */
  Point at(List<Double> shares) {
    double x = 0;
    double y = 0;
    for (int number = 0; number < corners; number++) {
      x += shares.get(number) * corner(number).x();
      y += shares.get(number) * corner(number).y();
    }
    return new Point(x, y);
  }
}
