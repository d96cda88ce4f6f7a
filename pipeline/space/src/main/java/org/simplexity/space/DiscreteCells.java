package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/**
 * Cells of a discrete network: every node is the sum of its chosen operations, each but the
 * identity behind a drop-path where training asks for it.
 */
final class DiscreteCells implements CellBody {
  private final Genotype genotype;
  private final Form form;
  private final boolean dropPath;

  DiscreteCells(Genotype genotype, Form form, boolean dropPath) {
    this.genotype = genotype;
    this.form = form;
    this.dropPath = dropPath;
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
    Value source = nodes.get(edge.from());
    Value result =
        builder.within(
            scope,
            () ->
                Operations.byName(edge.operation())
                    .build(builder, source, new Site(channels, stride, form)));
    return dropPath && mayDrop(source, result) ? builder.dropPath(result) : result;
  }

  /** Identities are never dropped (as in DARTS's code), and a zero has nothing to drop. */
  private static boolean mayDrop(Value source, Value result) {
    return result != source
        && !(result.operation() instanceof org.simplexity.kernel.graph.Operation.Zero);
  }
}
