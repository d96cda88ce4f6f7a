package org.simplexity.report.drawing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A directed graph to be drawn from left to right.
 *
 * @param title name of the drawing, also for screen readers
 * @param nodes boxes, with identifiers of their own
 * @param links arrows between them; several may join the same two boxes
 */
public record Diagram(String title, List<Node> nodes, List<Link> links) {
  /** Checks that identifiers are unique and that links join nodes of the diagram. */
  public Diagram {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    Set<String> known = new HashSet<>();
    for (Node node : nodes) {
      if (!known.add(node.id())) {
        throw new IllegalArgumentException("node " + node.id() + " is there twice");
      }
    }
    for (Link link : links) {
      requireKnown(link.from(), known);
      requireKnown(link.to(), known);
    }
  }

  private static void requireKnown(String id, Set<String> known) {
    if (!known.contains(id)) {
      throw new IllegalArgumentException(
          "link to or from unknown node "
              + id
              + "; nodes are "
              + known.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  /** Where a node stands: at the left edge, anywhere between, or at the right edge. */
  public enum Role {
    /** Fed from outside; drawn at the left. */
    INPUT,
    /** Inner node. */
    INNER,
    /** Result; drawn at the right. */
    OUTPUT
  }

  /**
   * A box.
   *
   * @param id identifier within the diagram
   * @param label what is written in it; {@code c_{k-2}} is written with a subscript
   * @param role where it stands
   */
  public record Node(String id, String label, Role role) {}

  /**
   * An arrow.
   *
   * @param from identifier of the node it starts from
   * @param to identifier of the node it points to
   * @param label name of the operation on it, empty if it has none
   */
  public record Link(String from, String to, String label) {}
}
