package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.Diagram.Link;
import org.simplexity.report.drawing.Diagram.Node;
import org.simplexity.report.drawing.Diagram.Role;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.NasBench201Space;

/**
 * Draws the cell of a supernet: one arrow for each mixed edge, without the operations, which are
 * the same on all of them.
 */
public final class SupernetDrawing {
  private static final String OUTPUT = "output";

  private SupernetDrawing() {}

  /**
   * Draws the cell of a space of DARTS; normal and reduction cells have the same edges.
   *
   * @param title name of the drawing
   * @param space cell space
   */
  public static Svg draw(String title, CellSpace space) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node("0", "c_{k-2}", Role.INPUT));
    nodes.add(new Node("1", "c_{k-1}", Role.INPUT));
    List<Link> links = new ArrayList<>();
    space.edges().forEach(edge -> links.add(NasBench201Drawing.link(edge.from(), edge.to(), "")));
    for (int node = 0; node < space.settings().nodes(); node++) {
      String id = Integer.toString(node + CellGenotype.INPUTS);
      nodes.add(new Node(id, Integer.toString(node), Role.INNER));
      links.add(new Link(id, OUTPUT, ""));
    }
    nodes.add(new Node(OUTPUT, "c_{k}", Role.OUTPUT));
    return DiagramDrawing.draw(new Diagram(title, nodes, links));
  }

  /**
   * Draws the cell of a space of NAS-Bench-201.
   *
   * @param title name of the drawing
   * @param space cell space
   */
  public static Svg draw(String title, NasBench201Space space) {
    List<Link> links =
        space.edges().stream()
            .map(edge -> NasBench201Drawing.link(edge.from(), edge.to(), ""))
            .toList();
    List<Node> nodes = NasBench201Drawing.nodes(space.settings().nodes());
    return DiagramDrawing.draw(new Diagram(title, nodes, links));
  }
}
