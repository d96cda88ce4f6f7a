package org.simplexity.method.family;

/** What the complexity of a family is, and with it the kind of its hypernetwork. */
public enum ComplexityKind {
  /** A price for every operation: {@link VectorComplexity} and {@link RadialBasisLogits}. */
  VECTOR,
  /** One price for all: {@link ScalarComplexity} and {@link PiecewiseLinearLogits}. */
  SCALAR
}
