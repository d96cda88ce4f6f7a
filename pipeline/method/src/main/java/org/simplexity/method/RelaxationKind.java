package org.simplexity.method;

/** What γ of an edge is, given its structure parameters. */
public enum RelaxationKind {
  /** The point softmax(α) on the simplex (Liu et al. 2019, eq. 2). */
  SOFTMAX,
  /** The point sigmoid(α) in the cube: operations do not compete. */
  SIGMOID,
  /** A relaxed draw of one operation, inside the simplex (Maddison et al. 2017). */
  GUMBEL_SOFTMAX,
  /** A draw of Dir(temperature · exp(α)), inside the simplex. */
  DIRICHLET,
  /** softmax of a normal vector with learned means and deviations, inside the simplex. */
  LOGIT_NORMAL,
  /** A relaxed draw of every operation by itself, inside the cube. */
  BINARY_CONCRETE,
  /** One operation drawn with the probabilities softmax(α), straight through. */
  CATEGORICAL,
  /** Every operation drawn by itself with the probability sigmoid(α), straight through. */
  BERNOULLI
}
