package org.simplexity.report.drawing;

import java.util.List;

/**
 * Where everything of a diagram lies.
 *
 * @param width of the whole
 * @param height of the whole
 * @param nodes boxes, in the order of the diagram's nodes
 * @param routes ways of the arrows, in the order of the diagram's links
 */
record Placement(double width, double height, List<Box> nodes, List<Route> routes) {
  Placement {
    nodes = List.copyOf(nodes);
    routes = List.copyOf(routes);
  }

  /** The same drawing upside down: as good a layout. */
  Placement mirrored() {
    return new Placement(
        width,
        height,
        nodes.stream().map(this::mirrored).toList(),
        routes.stream().map(this::mirrored).toList());
  }

  private Box mirrored(Box box) {
    return new Box(box.x(), height - box.bottom(), box.width(), box.height());
  }

  private Route mirrored(Route route) {
    List<Point> points =
        route.points().stream().map(point -> new Point(point.x(), height - point.y())).toList();
    return new Route(points, mirrored(route.label()));
  }

  /**
   * The way of an arrow.
   *
   * @param points bends, the first and last on the borders of the boxes
   * @param label room for the label; of no width where there is none
   */
  record Route(List<Point> points, Box label) {
    Route {
      points = List.copyOf(points);
    }
  }
}
