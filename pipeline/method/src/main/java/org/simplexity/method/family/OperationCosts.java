package org.simplexity.method.family;

import java.util.Arrays;
import java.util.List;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/**
 * What every operation costs on every edge, summed over the cells that share the edge, and what the
 * rest of a network costs, its frame. Immutable.
 *
 * <p>The priced expected cost of logits α is Lat(α, S) = Σ_edges Σ_k S_k softmax(α)_k cost_k
 * (vector complexity, "problem statement"); the cost of a discrete structure is that of its frame
 * and of its operations, without prices.
 */
public final class OperationCosts {
  private final StructureLayout layout;
  private final double[] table;
  private final double frame;

  /**
   * Takes the costs.
   *
   * @param layout order of the structure vector
   * @param table cost of every coordinate of the structure vector, finite and not negative
   * @param frame cost of stem, preprocessing, sums and classifier
   * @throws IllegalArgumentException if the table does not fit the layout or a cost is negative
   */
  public OperationCosts(StructureLayout layout, double[] table, double frame) {
    Lengths.check("costs", table, layout.length());
    for (double cost : table) {
      if (!(cost >= 0 && Double.isFinite(cost))) {
        throw new IllegalArgumentException("cost " + cost + " must be finite and not negative");
      }
    }
    this.layout = layout;
    this.table = table.clone();
    this.frame = frame;
  }

  /** Order of the structure vector. */
  public StructureLayout layout() {
    return layout;
  }

  /** The cost of every coordinate of the structure vector, a copy. */
  public double[] table() {
    return table.clone();
  }

  /** Cost of what is no operation of an edge. */
  public double frame() {
    return frame;
  }

  /** Cost of the operations of the dearest structure, Σ_edges max_k cost_k, without the frame. */
  public double greatest() {
    int width = layout.operations().size();
    double sum = 0;
    for (int start = 0; start < table.length; start += width) {
      sum += Arrays.stream(table, start, start + width).max().orElse(0);
    }
    return sum;
  }

  /**
   * Cost of a discrete network, frame included.
   *
   * @param genotype its structure
   * @throws IllegalArgumentException if an edge or operation of it is not of the layout
   */
  public double of(Genotype genotype) {
    double sum = frame;
    for (CellType type : CellType.values()) {
      CellGenotype cell = genotype.cell(type);
      for (Edge edge : cell.edges()) {
        sum += cost(type, edge);
      }
    }
    return sum;
  }

  private double cost(CellType type, Edge edge) {
    int position = index(layout.edges(), new EdgePosition(edge.from(), edge.to()));
    int operation = index(layout.operations(), edge.operation());
    return table[layout.offset(type, position) + operation];
  }

  private static <T> int index(List<T> known, T wanted) {
    int index = known.indexOf(wanted);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s has no cost: costs are known of %s".formatted(wanted, known));
    }
    return index;
  }

  /**
   * Lat(α, S), without the frame.
   *
   * @param prices S
   * @param logits α
   */
  public double expected(double[] prices, double[] logits) {
    double[] priced = priced(prices);
    double[] shares = shares(logits);
    double sum = 0;
    for (int i = 0; i < priced.length; i++) {
      sum += shares[i] * priced[i];
    }
    return sum;
  }

  /**
   * ∂Lat/∂α.
   *
   * @param prices S
   * @param logits α
   */
  public double[] gradient(double[] prices, double[] logits) {
    Lengths.check("logits", logits, table.length);
    return new EdgeShares(layout.operations().size()).pullback(logits, priced(prices));
  }

  private double[] shares(double[] logits) {
    Lengths.check("logits", logits, table.length);
    return new EdgeShares(layout.operations().size()).of(logits);
  }

  /** S_k cost_k on every edge. */
  private double[] priced(double[] prices) {
    Lengths.check("prices", prices, layout.operations().size());
    double[] priced = table.clone();
    for (int i = 0; i < priced.length; i++) {
      priced[i] *= prices[i % prices.length];
    }
    return priced;
  }
}
