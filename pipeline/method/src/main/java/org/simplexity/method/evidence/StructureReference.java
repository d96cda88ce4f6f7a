package org.simplexity.method.evidence;

import java.util.List;

/**
 * One term of λ_struct^Q: how strongly q(Γ) is drawn to a reference p' of the prior's own family.
 *
 * @param weight λ, at least 0
 * @param parameters of p', in the order of h of the structure
 */
public record StructureReference(double weight, List<Double> parameters) {
  /** Checks the bound. */
  public StructureReference {
    parameters = List.copyOf(parameters);
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight " + weight + " of a reference must be at least 0 and finite");
    }
  }

  double[] vector() {
    return parameters.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
