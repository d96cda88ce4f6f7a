package org.simplexity.method;

/** How the gradient of the validation loss crosses the training of the weights. */
public enum OuterGradientKind {
  /** At fixed weights (Liu et al. 2019, ξ = 0). */
  FIRST_ORDER,
  /** Through one step of the weights, by finite differences (Liu et al. 2019, eq. 7). */
  UNROLLED,
  /** By the implicit function theorem, with a Neumann series (Lorraine et al. 2020). */
  NEUMANN,
  /** By the implicit function theorem, with conjugate gradients (Pedregosa 2016). */
  CONJUGATE_GRADIENTS
}
