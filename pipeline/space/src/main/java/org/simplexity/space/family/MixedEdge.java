package org.simplexity.space.family;

import java.util.List;

/**
 * An edge (j, v) with K base functions, whose value is ⟨γ, g⟩ ∘ f_j = Σ_k γ_k g_k(f_j).
 *
 * @param from j
 * @param to v, behind j
 * @param functions g_1 … g_K, at least one
 */
public record MixedEdge(int from, int to, List<BaseFunction> functions) {
  /** Checks order and number. */
  public MixedEdge {
    functions = List.copyOf(functions);
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "edge %d-%d must lead from a node to a later one".formatted(from, to));
    }
    if (functions.isEmpty()) {
      throw new IllegalArgumentException("edge %d-%d has no functions".formatted(from, to));
    }
  }

  int outputs(int inputs) {
    List<Integer> lengths = functions.stream().map(g -> g.outputs(inputs)).distinct().toList();
    if (lengths.size() != 1) {
      throw new IllegalArgumentException(
          "functions of edge %d-%d give values of lengths %s, which must be one"
              .formatted(from, to, lengths));
    }
    return lengths.get(0);
  }
}
