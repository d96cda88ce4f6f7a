package org.simplexity.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/**
 * Derives a discrete structure from a relaxed one (Liu et al. 2019, §2.4).
 *
 * <p>The strength of an edge is max_{k ≠ none} γ_k; each node keeps its strongest incoming edges,
 * and each of these keeps its strongest operation other than {@code none}. Equal strengths go to
 * the earlier edge and the earlier operation.
 *
 * @param layout order of γ
 * @param settings how many edges a node keeps
 */
public record Discretisation(StructureLayout layout, DiscretisationSettings settings) {
  static final String NONE = "none";

  /** Checks that some operation can be chosen. */
  public Discretisation {
    if (layout.operations().stream().allMatch(NONE::equals)) {
      throw new IllegalArgumentException(
          "operations " + layout.operations() + " leave nothing to choose: none is never chosen");
    }
  }

  /**
   * The genotype of a structure.
   *
   * @param gamma structure vector in the order of the layout
   */
  public Genotype apply(double[] gamma) {
    return new Genotype(cell(CellType.NORMAL, gamma), cell(CellType.REDUCTION, gamma));
  }

  private CellGenotype cell(CellType type, double[] gamma) {
    List<Choice> choices = new ArrayList<>();
    for (int edge = 0; edge < layout.edges().size(); edge++) {
      choices.add(strongest(layout.edges().get(edge), gamma, layout.offset(type, edge)));
    }
    int nodes = layout.edges().get(layout.edges().size() - 1).to() - CellGenotype.INPUTS + 1;
    List<Edge> kept = new ArrayList<>();
    for (int node = CellGenotype.INPUTS; node < CellGenotype.INPUTS + nodes; node++) {
      int target = node;
      choices.stream()
          .filter(choice -> choice.edge().to() == target)
          .sorted(Comparator.comparingDouble(Choice::strength).reversed())
          .limit(settings.edgesPerNode())
          .forEach(choice -> kept.add(choice.edge()));
    }
    return CellGenotype.of(nodes, kept);
  }

  private Choice strongest(EdgePosition position, double[] gamma, int offset) {
    int best = -1;
    for (int k = 0; k < layout.operations().size(); k++) {
      boolean candidate = !layout.operations().get(k).equals(NONE);
      if (candidate && (best < 0 || gamma[offset + k] > gamma[offset + best])) {
        best = k;
      }
    }
    Edge edge = new Edge(position.from(), position.to(), layout.operations().get(best));
    return new Choice(edge, gamma[offset + best]);
  }

  private record Choice(Edge edge, double strength) {}
}
