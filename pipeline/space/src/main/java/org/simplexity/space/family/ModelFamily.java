package org.simplexity.space.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A parametric family of models: an acyclic graph (V, E) whose node v computes
 *
 * <pre>f_v(x) = agg_v { ⟨γ^{j,v}, g^{j,v}⟩ ∘ f_j(x) : j ∈ Adj(v) },   f_0(x) = x</pre>
 *
 * <p>(lecture on structure selection, eq. 1); the model is f of the last node. w holds the weights
 * edge by edge and function by function, γ the K numbers of every edge, both in the order of the
 * edges. Immutable.
 */
public final class ModelFamily {
  private final int inputs;
  private final List<Aggregation> aggregations;
  private final List<MixedEdge> edges;
  private final int[] lengths;
  private final List<int[]> weightOffsets = new ArrayList<>();
  private final int[] structureOffsets;
  private final int weights;

  /**
   * A family.
   *
   * @param inputs length of x, at least 1
   * @param aggregations agg of the nodes 1, 2, …
   * @param edges edges; every node but 0 has one that leads to it
   * @throws IllegalArgumentException if nodes have no edge, or lengths do not fit
   */
  public ModelFamily(int inputs, List<Aggregation> aggregations, List<MixedEdge> edges) {
    if (inputs < 1 || aggregations.isEmpty()) {
      throw new IllegalArgumentException(
          "inputs %d and nodes behind the input %d must be at least 1"
              .formatted(inputs, aggregations.size()));
    }
    this.inputs = inputs;
    this.aggregations = List.copyOf(aggregations);
    this.edges = List.copyOf(edges);
    this.lengths = lengths();
    this.structureOffsets = new int[edges.size() + 1];
    this.weights = layOut();
  }

  private int[] lengths() {
    int[] result = new int[aggregations.size() + 1];
    result[0] = inputs;
    for (int node = 1; node < result.length; node++) {
      List<MixedEdge> before = into(node).stream().map(edges::get).toList();
      if (before.isEmpty()) {
        throw new IllegalArgumentException("no edge leads to node " + node);
      }
      result[node] =
          aggregations
              .get(node - 1)
              .length(before.stream().map(edge -> edge.outputs(result[edge.from()])).toList());
    }
    return result;
  }

  private int layOut() {
    int offset = 0;
    for (int e = 0; e < edges.size(); e++) {
      MixedEdge edge = edges.get(e);
      if (edge.to() >= lengths.length) {
        throw new IllegalArgumentException(
            "edge %d-%d must end at or before %d, the last node"
                .formatted(edge.from(), edge.to(), lengths.length - 1));
      }
      int[] starts = new int[edge.functions().size() + 1];
      for (int k = 0; k < edge.functions().size(); k++) {
        starts[k] = offset;
        offset += edge.functions().get(k).weights(lengths[edge.from()]);
      }
      starts[edge.functions().size()] = offset;
      weightOffsets.add(starts);
      structureOffsets[e + 1] = structureOffsets[e] + edge.functions().size();
    }
    return offset;
  }

  /** Length of x. */
  public int inputs() {
    return inputs;
  }

  /** Length of the model's value. */
  public int outputs() {
    return lengths[lengths.length - 1];
  }

  /** Length of w. */
  public int weights() {
    return weights;
  }

  /** Length of γ. */
  public int structure() {
    return structureOffsets[edges.size()];
  }

  /** The edges, in order. */
  public List<MixedEdge> edges() {
    return edges;
  }

  /**
   * First weight of a function in w; those of the next function follow, and one past the last
   * function's stands at index K.
   *
   * @param edge index into {@link #edges}
   * @param function k from 0 to K
   */
  public int weightOffset(int edge, int function) {
    return weightOffsets.get(edge)[function];
  }

  /**
   * First coordinate of an edge in γ.
   *
   * @param edge index into {@link #edges}
   */
  public int structureOffset(int edge) {
    return structureOffsets[edge];
  }

  /**
   * The model's values.
   *
   * @param w weights
   * @param gamma γ
   * @param batch [example][feature]
   * @return [example][output]
   * @throws IllegalArgumentException if lengths do not fit
   */
  public double[][] values(double[] w, double[] gamma, double[][] batch) {
    FamilyPass pass = new FamilyPass(this, w, gamma);
    return Arrays.stream(batch).map(pass::forward).toArray(double[][]::new);
  }

  int nodes() {
    return lengths.length;
  }

  int length(int node) {
    return lengths[node];
  }

  Aggregation aggregation(int node) {
    return aggregations.get(node - 1);
  }

  List<Integer> into(int node) {
    List<Integer> into = new ArrayList<>();
    for (int e = 0; e < edges.size(); e++) {
      if (edges.get(e).to() == node) {
        into.add(e);
      }
    }
    return into;
  }
}
