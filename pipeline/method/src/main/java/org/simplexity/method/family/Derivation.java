package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.method.Discretisation;
import org.simplexity.method.DiscretisationSettings;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/** How a discrete structure follows from the shares of a relaxed one. */
public enum Derivation {
  /**
   * Every edge keeps its operation of the greatest share, {@code none} among them (structure search
   * with Dirichlet priors); of equal ones the earlier.
   */
  EVERY_EDGE {
    @Override
    public Genotype apply(StructureLayout layout, double[] gamma) {
      return new Genotype(
          everyEdge(layout, CellType.NORMAL, gamma), everyEdge(layout, CellType.REDUCTION, gamma));
    }
  },
  /** Every node keeps its two strongest inputs, none of them {@code none} (DARTS). */
  STRONGEST_INPUTS {
    @Override
    public Genotype apply(StructureLayout layout, double[] gamma) {
      return new Discretisation(layout, DiscretisationSettings.defaults()).apply(gamma);
    }
  };

  /**
   * The genotype.
   *
   * @param layout order of γ
   * @param gamma γ of all edges
   */
  public abstract Genotype apply(StructureLayout layout, double[] gamma);

  private static CellGenotype everyEdge(StructureLayout layout, CellType type, double[] gamma) {
    List<Edge> edges = new ArrayList<>();
    int last = 0;
    for (int e = 0; e < layout.edges().size(); e++) {
      EdgePosition position = layout.edges().get(e);
      int best = greatest(gamma, layout.offset(type, e), layout.operations().size());
      edges.add(new Edge(position.from(), position.to(), layout.operations().get(best)));
      last = Math.max(last, position.to());
    }
    return CellGenotype.of(last - CellGenotype.INPUTS + 1, edges);
  }

  private static int greatest(double[] gamma, int offset, int operations) {
    int best = 0;
    for (int k = 1; k < operations; k++) {
      if (gamma[offset + k] > gamma[offset + best]) {
        best = k;
      }
    }
    return best;
  }
}
