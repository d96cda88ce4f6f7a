package org.simplexity.method.ensemble;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.simplexity.method.family.Derivation;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/**
 * The optimal structure α* that others are compared with, as a vector of zeros and ones (diverse
 * ensembles, "our problem statement").
 *
 * <p>⟨α*, γ⟩ counts shared edges. Where every edge keeps one operation, {@code none} among them, α*
 * has a one on every edge: Λ is the number of edges. Where every node keeps two inputs, α* has a
 * one on the edges that are kept and none on the others, which nobody can share: Λ is 2 a node. Two
 * discrete structures share an edge if both have it with the same operation. The relaxed count does
 * not know that edges compete for the two inputs of a node, so a discrete structure may share fewer
 * edges than its γ. Edges of a type of cell that the space does not have count nowhere.
 */
public final class OptimalStructure {
  private final StructureLayout layout;
  private final List<CellType> types;
  private final Derivation derivation;
  private final Genotype genotype;
  private final double[] gamma;
  private final double[] ones;

  /**
   * Derives α* from the γ that a search ended with.
   *
   * @param space cell space
   * @param gamma γ of all edges, in the order of the space's structure vector
   * @param derivation how discrete structures follow from relaxed ones
   * @throws IllegalArgumentException if γ is of another space, or there is but one operation
   */
  public OptimalStructure(CellSpace space, double[] gamma, Derivation derivation) {
    this.layout = space.structure();
    if (gamma.length != layout.length()) {
      throw new IllegalArgumentException(
          "optimal structure of %d numbers is of another space: %d edges of %d operations need %d"
              .formatted(
                  gamma.length, layout.groups(), layout.operations().size(), layout.length()));
    }
    if (layout.operations().size() < 2) {
      throw new IllegalArgumentException(
          "operations %s: with one operation all structures share all edges, two are needed"
              .formatted(layout.operations()));
    }
    this.types = space.cellTypes();
    this.derivation = derivation;
    this.gamma = gamma.clone();
    this.genotype = derivation.apply(layout, gamma);
    this.ones = vertex();
  }

  private double[] vertex() {
    double[] result = new double[layout.length()];
    for (CellType type : types) {
      Set<Edge> chosen = new HashSet<>(genotype.cell(type).edges());
      for (int e = 0; e < layout.edges().size(); e++) {
        EdgePosition position = layout.edges().get(e);
        for (int k = 0; k < layout.operations().size(); k++) {
          Edge edge = new Edge(position.from(), position.to(), layout.operations().get(k));
          result[layout.offset(type, e) + k] = chosen.contains(edge) ? 1 : 0;
        }
      }
    }
    return result;
  }

  /** Order of the structure vector. */
  public StructureLayout layout() {
    return layout;
  }

  /** How discrete structures follow from relaxed ones. */
  public Derivation derivation() {
    return derivation;
  }

  /** α* as a discrete structure. */
  public Genotype genotype() {
    return genotype;
  }

  /** The γ that α* was derived from, a copy. */
  public double[] gamma() {
    return gamma.clone();
  }

  /** α* in the order of the layout, a copy. */
  public double[] ones() {
    return ones.clone();
  }

  /** Λ, the number of edges that can be shared: the sum of α*. */
  public int edges() {
    int sum = 0;
    for (double one : ones) {
      sum += (int) one;
    }
    return sum;
  }

  /**
   * ⟨α*, γ⟩.
   *
   * @param other γ of all edges
   * @throws IllegalArgumentException if it is of another space
   */
  public double shared(double[] other) {
    if (other.length != ones.length) {
      throw new IllegalArgumentException(
          "structure of %d numbers must have %d".formatted(other.length, ones.length));
    }
    double sum = 0;
    for (int i = 0; i < ones.length; i++) {
      sum += ones[i] * other[i];
    }
    return sum;
  }

  /**
   * Edges that a discrete structure has in common with α*, operations included.
   *
   * @param other discrete structure
   */
  public int shared(Genotype other) {
    int count = 0;
    for (CellType type : types) {
      count += common(genotype.cell(type), other.cell(type));
    }
    return count;
  }

  private static int common(CellGenotype one, CellGenotype other) {
    Set<Edge> edges = new HashSet<>(one.edges());
    edges.retainAll(other.edges());
    return edges.size();
  }
}
