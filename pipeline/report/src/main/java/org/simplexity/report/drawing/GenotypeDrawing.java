package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.Diagram.Link;
import org.simplexity.report.drawing.Diagram.Node;
import org.simplexity.report.drawing.Diagram.Role;
import org.simplexity.space.CellGenotype;

/**
 * Draws the discrete structure of a cell as in Liu et al. 2019, DARTS, Figures 4 and 5: inputs
 * c_{k-2} and c_{k-1} at the left, intermediate nodes numbered from 0, the concatenation c_k at the
 * right.
 */
public final class GenotypeDrawing {
  private static final String OUTPUT = "output";

  private GenotypeDrawing() {}

  /**
   * Draws one cell.
   *
   * @param title name of the drawing, such as "Normal cell"
   * @param cell its structure
   */
  public static Svg draw(String title, CellGenotype cell) {
    return DiagramDrawing.draw(diagram(title, cell));
  }

  /**
   * The cell as a graph.
   *
   * @param title name of the drawing
   * @param cell its structure
   */
  public static Diagram diagram(String title, CellGenotype cell) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node("0", "c_{k-2}", Role.INPUT));
    nodes.add(new Node("1", "c_{k-1}", Role.INPUT));
    for (int node = 0; node < cell.nodes(); node++) {
      String id = Integer.toString(node + CellGenotype.INPUTS);
      nodes.add(new Node(id, Integer.toString(node), Role.INNER));
    }
    nodes.add(new Node(OUTPUT, "c_{k}", Role.OUTPUT));
    return new Diagram(title, nodes, links(cell));
  }

  private static List<Link> links(CellGenotype cell) {
    List<Link> links = new ArrayList<>();
    cell.edges()
        .forEach(
            edge ->
                links.add(
                    new Link(
                        Integer.toString(edge.from()),
                        Integer.toString(edge.to()),
                        edge.operation())));
    cell.concatenated().forEach(node -> links.add(new Link(node.toString(), OUTPUT, "")));
    return links;
  }
}
