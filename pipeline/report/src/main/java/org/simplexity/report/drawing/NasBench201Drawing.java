package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.Diagram.Link;
import org.simplexity.report.drawing.Diagram.Node;
import org.simplexity.report.drawing.Diagram.Role;
import org.simplexity.space.NasBench201Genotype;

/**
 * Draws a cell of NAS-Bench-201 (Dong and Yang 2020, Figure 1): node 0, its input, at the left, the
 * last node, its output, at the right, an operation on every arrow between.
 */
public final class NasBench201Drawing {
  private NasBench201Drawing() {}

  /**
   * Draws one cell.
   *
   * @param title name of the drawing
   * @param genotype its structure
   */
  public static Svg draw(String title, NasBench201Genotype genotype) {
    List<Link> links = new ArrayList<>();
    for (int to = 1; to < genotype.nodes(); to++) {
      for (int from = 0; from < to; from++) {
        links.add(link(from, to, genotype.operation(from, to)));
      }
    }
    return DiagramDrawing.draw(new Diagram(title, nodes(genotype.nodes()), links));
  }

  /**
   * Nodes 0 to the last.
   *
   * @param count number of nodes
   */
  static List<Node> nodes(int count) {
    List<Node> nodes = new ArrayList<>();
    for (int node = 0; node < count; node++) {
      Role role = node == 0 ? Role.INPUT : node == count - 1 ? Role.OUTPUT : Role.INNER;
      nodes.add(new Node(Integer.toString(node), Integer.toString(node), role));
    }
    return nodes;
  }

  static Link link(int from, int to, String operation) {
    return new Link(Integer.toString(from), Integer.toString(to), operation);
  }
}
