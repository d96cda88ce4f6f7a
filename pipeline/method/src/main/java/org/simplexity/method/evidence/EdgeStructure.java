package org.simplexity.method.evidence;

import java.util.List;
import org.simplexity.method.distribution.StructureDistribution;

/** What is known of γ of one edge. */
public sealed interface EdgeStructure {
  /** K. */
  int operations();

  /** Length of the parameters of q(γ). */
  int posteriorParameters();

  /** Length of the parameters of p(γ). */
  int priorParameters();

  /**
   * A γ that is given and not learned.
   *
   * @param gamma γ
   */
  record Fixed(List<Double> gamma) implements EdgeStructure {
    /** Copies the list. */
    public Fixed {
      gamma = List.copyOf(gamma);
    }

    @Override
    public int operations() {
      return gamma.size();
    }

    @Override
    public int posteriorParameters() {
      return 0;
    }

    @Override
    public int priorParameters() {
      return 0;
    }
  }

  /**
   * A γ with its distribution.
   *
   * @param posterior q
   * @param divergence of q from its prior, and from references
   */
  record Learned(StructureDistribution posterior, StructureDivergence divergence)
      implements EdgeStructure {
    @Override
    public int operations() {
      return posterior.operations();
    }

    @Override
    public int posteriorParameters() {
      return posterior.parameters();
    }

    @Override
    public int priorParameters() {
      return divergence.parameters(posterior.operations());
    }
  }
}
