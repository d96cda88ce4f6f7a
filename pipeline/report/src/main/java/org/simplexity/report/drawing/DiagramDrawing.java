package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.report.drawing.Diagram.Link;
import org.simplexity.report.drawing.Diagram.Node;
import org.simplexity.report.markup.Element;

/** Draws a directed acyclic graph: boxes, and arrows that carry their names. */
public final class DiagramDrawing {
  static final double LABEL_SIZE = 12.5;

  private final Diagram diagram;
  private final Placement placement;
  private final Map<String, Integer> colours;

  private DiagramDrawing(Diagram diagram) {
    this.diagram = diagram;
    this.placement = LayeredLayout.of(diagram);
    this.colours =
        Palette.assign(
            diagram.links().stream().map(Link::label).filter(label -> !label.isEmpty()).toList());
  }

  /**
   * Draws a diagram.
   *
   * @param diagram boxes and arrows
   */
  public static Svg draw(Diagram diagram) {
    return new DiagramDrawing(diagram).drawing();
  }

  private Svg drawing() {
    List<Element> content = new ArrayList<>();
    for (int index = 0; index < diagram.links().size(); index++) {
      content.add(arrow(index));
    }
    for (int index = 0; index < diagram.nodes().size(); index++) {
      content.add(box(diagram.nodes().get(index), placement.nodes().get(index)));
    }
    return new Sheet(diagram.title(), description(), placement.width(), placement.height())
        .with(content);
  }

  private Element arrow(int index) {
    Link link = diagram.links().get(index);
    Integer colour = colours.get(link.label());
    Stroke stroke = colour == null ? Stroke.plain() : Stroke.coloured(colour);
    return new Arrow(placement.routes().get(index), stroke)
        .element(link.label())
        .with("data-from", link.from())
        .with("data-to", link.to())
        .with("data-operation", link.label());
  }

  private static Element box(Node node, Box box) {
    Element rectangle =
        Element.of("rect")
            .with("class", "box faint-line")
            .with("x", box.x())
            .with("y", box.y())
            .with("width", box.width())
            .with("height", box.height())
            .with("rx", node.role() == Diagram.Role.INNER ? box.height() / 2 : 5)
            .with("fill", Sheet.BOX.light())
            .with("stroke", Sheet.FAINT.light());
    return Element.of("g", rectangle, NodeLabel.parse(node.label()).in(box))
        .with("class", "node")
        .with("data-node", node.id());
  }

  private String description() {
    Map<String, String> names =
        diagram.nodes().stream()
            .collect(Collectors.toMap(Node::id, n -> NodeLabel.parse(n.label()).spoken()));
    return diagram.links().stream()
        .map(
            link ->
                names.get(link.from())
                    + " to "
                    + names.get(link.to())
                    + (link.label().isEmpty() ? "" : ": " + link.label()))
        .collect(Collectors.joining("; ", "", "."));
  }
}
