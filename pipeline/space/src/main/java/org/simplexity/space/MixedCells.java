package org.simplexity.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.StructureSlice;
import org.simplexity.kernel.Value;

/**
 * Cells of a supernet: {@code node_j = Σ_i Σ_k γ_k^(i,j) g_k(node_i)} over all earlier nodes i (Liu
 * et al. 2019, eq. 1-2).
 */
final class MixedCells implements CellBody {
  private final CellSpace space;
  private final Map<String, StructureSlice> slices;

  private MixedCells(CellSpace space, Map<String, StructureSlice> slices) {
    this.space = space;
    this.slices = slices;
  }

  /**
   * Lays the structure vector out before any cell is built: its order is that of {@link
   * StructureLayout}.
   */
  static MixedCells allocate(CellSpace space, NetworkBuilder builder) {
    Map<String, StructureSlice> slices = new HashMap<>();
    int operations = space.settings().operations().size();
    for (CellType type : CellType.values()) {
      for (EdgePosition edge : space.edges()) {
        String name = CellSpace.slice(type, edge);
        slices.put(name, builder.structure(name, operations));
      }
    }
    return new MixedCells(space, slices);
  }

  @Override
  public Value build(NetworkBuilder builder, CellType type, List<Value> inputs, int channels) {
    List<Value> nodes = new ArrayList<>(inputs);
    for (int to = CellGenotype.INPUTS; to < CellGenotype.INPUTS + space.settings().nodes(); to++) {
      int target = to;
      List<Value> incoming =
          IntStream.range(0, to)
              .mapToObj(from -> edge(builder, type, nodes.get(from), from, target, channels))
              .toList();
      nodes.add(builder.sum(incoming));
    }
    return builder.concatenation(nodes.subList(CellGenotype.INPUTS, nodes.size()));
  }

  private Value edge(
      NetworkBuilder builder, CellType type, Value source, int from, int to, int channels) {
    EdgePosition position = new EdgePosition(from, to);
    int stride = type == CellType.REDUCTION && from < CellGenotype.INPUTS ? 2 : 1;
    Site site = new Site(channels, stride, Form.SEARCH);
    List<String> names = space.settings().operations();
    StructureSlice gamma = Objects.requireNonNull(slices.get(CellSpace.slice(type, position)));
    List<Value> candidates =
        names.stream()
            .map(
                name ->
                    builder.within(
                        "edge." + position.label() + "." + name,
                        () -> Operations.byName(name).build(builder, source, site)))
            .toList();
    return builder.mixture(candidates, gamma);
  }
}
