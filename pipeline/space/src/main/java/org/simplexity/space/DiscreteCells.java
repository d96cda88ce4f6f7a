package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/** Cells of a discrete network: every node is the sum of its chosen operations. */
final class DiscreteCells implements CellBody {
  private final Genotype genotype;
  private final Form form;

  DiscreteCells(Genotype genotype, Form form) {
    this.genotype = genotype;
    this.form = form;
  }

  @Override
  public Value build(NetworkBuilder builder, CellType type, List<Value> inputs, int channels) {
    CellGenotype cell = genotype.cell(type);
    List<Value> nodes = new ArrayList<>(inputs);
    for (int to = CellGenotype.INPUTS; to < CellGenotype.INPUTS + cell.nodes(); to++) {
      List<Edge> edges = cell.into(to);
      if (edges.isEmpty()) {
        throw new IllegalArgumentException(
            "node " + to + " of the " + type.label() + " cell has no incoming edge");
      }
      nodes.add(
          builder.sum(
              edges.stream().map(edge -> apply(builder, type, nodes, edge, channels)).toList()));
    }
    return builder.concatenation(cell.concatenated().stream().map(nodes::get).toList());
  }

  private Value apply(
      NetworkBuilder builder, CellType type, List<Value> nodes, Edge edge, int channels) {
    int stride = type == CellType.REDUCTION && edge.from() < CellGenotype.INPUTS ? 2 : 1;
    String scope = "edge." + edge.from() + "-" + edge.to() + "." + edge.operation();
    return builder.within(
        scope,
        () ->
            Operations.byName(edge.operation())
                .build(builder, nodes.get(edge.from()), new Site(channels, stride, form)));
  }
}
