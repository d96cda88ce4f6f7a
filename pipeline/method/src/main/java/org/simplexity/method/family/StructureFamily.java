package org.simplexity.method.family;

import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/** The structures that a search found, one for every complexity c. Immutable. */
public final class StructureFamily {
  private final StructureLayout layout;
  private final ComplexityControl control;
  private final StructureHypernetwork hypernetwork;
  private final double[] parameters;

  /**
   * Puts the parts together.
   *
   * @param layout order of the structure vector
   * @param control what c is
   * @param hypernetwork α(c, a)
   * @param parameters a
   * @throws IllegalArgumentException if they do not fit each other
   */
  public StructureFamily(
      StructureLayout layout,
      ComplexityControl control,
      StructureHypernetwork hypernetwork,
      double[] parameters) {
    Lengths.check("parameters", parameters, hypernetwork.parameterCount());
    if (hypernetwork.logitCount() != layout.length()
        || hypernetwork.conditionLength() != control.length()) {
      throw new IllegalArgumentException(
          "a hypernetwork of %d numbers to %d logits must be of %d to %d"
              .formatted(
                  hypernetwork.conditionLength(),
                  hypernetwork.logitCount(),
                  control.length(),
                  layout.length()));
    }
    this.layout = layout;
    this.control = control;
    this.hypernetwork = hypernetwork;
    this.parameters = parameters.clone();
  }

  /** Order of the structure vector. */
  public StructureLayout layout() {
    return layout;
  }

  /** What c is. */
  public ComplexityControl control() {
    return control;
  }

  /** The parameters a of the hypernetwork, a copy. */
  public double[] parameters() {
    return parameters.clone();
  }

  /**
   * α(c, a).
   *
   * @param condition c
   * @throws IllegalArgumentException if it is no complexity of this family
   */
  public double[] logits(double[] condition) {
    Lengths.check("prices", control.prices(condition), layout.operations().size());
    return hypernetwork.logits(condition, parameters);
  }

  /**
   * γ = softmax(α(c, a)) on every edge: the structure that stands for the distribution at c.
   *
   * @param condition c
   * @throws IllegalArgumentException if it is no complexity of this family
   */
  public double[] shares(double[] condition) {
    return new EdgeShares(layout.operations().size()).of(logits(condition));
  }

  /**
   * The discrete structure at c.
   *
   * @param condition c
   * @param derivation how it follows from the shares
   * @throws IllegalArgumentException if c is no complexity of this family
   */
  public Genotype genotype(double[] condition, Derivation derivation) {
    return derivation.apply(layout, shares(condition));
  }
}
