package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.simplexity.report.drawing.Diagram.Link;
import org.simplexity.report.drawing.Diagram.Node;
import org.simplexity.report.drawing.Placement.Route;

/** Asks Eclipse ELK's layered algorithm where to put boxes, labels and arrows. */
final class LayeredLayout {
  private static final double MARGIN = 16;
  private static final double LABEL_PADDING_X = 7;
  private static final double LABEL_PADDING_Y = 3;

  private final Diagram diagram;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new HashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private LayeredLayout(Diagram diagram) {
    this.diagram = diagram;
  }

  static Placement of(Diagram diagram) {
    LayeredLayout layout = new LayeredLayout(diagram);
    layout.configure();
    diagram.nodes().forEach(layout::addNode);
    diagram.links().forEach(layout::addEdge);
    new RecursiveGraphLayoutEngine().layout(layout.graph, new BasicProgressMonitor());
    return layout.placement();
  }

  private void configure() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
    graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_FORCE_NODE_MODEL_ORDER, true);
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
    graph.setProperty(LayeredOptions.THOROUGHNESS, 40);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 22.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
  }

  private void addNode(Node node) {
    ElkNode box = ElkGraphUtil.createNode(graph);
    NodeLabel label = NodeLabel.parse(node.label());
    box.setDimensions(label.boxWidth(), NodeLabel.BOX_HEIGHT);
    switch (node.role()) {
      case INPUT -> constrain(box, LayerConstraint.FIRST);
      case OUTPUT -> constrain(box, LayerConstraint.LAST);
      case INNER -> constrain(box, LayerConstraint.NONE);
    }
    nodes.put(node.id(), box);
  }

  private static void constrain(ElkNode box, LayerConstraint constraint) {
    box.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, constraint);
  }

  private void addEdge(Link link) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(link.from()), nodes.get(link.to()));
    if (!link.label().isEmpty()) {
      Caption caption = Caption.wrapped(link.label(), DiagramDrawing.LABEL_SIZE);
      ElkLabel label = ElkGraphUtil.createLabel(link.label(), edge);
      label.setDimensions(
          caption.width() + 2 * LABEL_PADDING_X, caption.height() + 2 * LABEL_PADDING_Y);
      label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
      label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    }
    edges.add(edge);
  }

  private Placement placement() {
    List<Box> boxes =
        diagram.nodes().stream()
            .map(node -> nodes.get(node.id()))
            .map(n -> new Box(n.getX(), n.getY(), n.getWidth(), n.getHeight()))
            .toList();
    Placement placement =
        new Placement(
            graph.getWidth(),
            graph.getHeight(),
            boxes,
            edges.stream().map(LayeredLayout::route).toList());
    return inOrder(boxes) ? placement : placement.mirrored();
  }

  /** Whether the node named first stands above the second, which ELK does not always grant. */
  private static boolean inOrder(List<Box> boxes) {
    return boxes.size() < 2 || boxes.get(0).y() <= boxes.get(1).y();
  }

  private static Route route(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    Box label =
        edge.getLabels().stream()
            .findFirst()
            .map(l -> new Box(l.getX(), l.getY(), l.getWidth(), l.getHeight()))
            .orElse(new Box(section.getStartX(), section.getStartY(), 0, 0));
    return new Route(points, label);
  }
}
