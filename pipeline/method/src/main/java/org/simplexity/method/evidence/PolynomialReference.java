package org.simplexity.method.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.simplexity.space.family.PolynomialExample;

/**
 * The reference of λ_struct^Q in the polynomial example: a distribution near one of the vertices.
 */
public enum PolynomialReference {
  /** No reference. */
  NONE,
  /** Near "linear in one feature". */
  ONE_FEATURE,
  /** Near "linear in 11 features". */
  ELEVEN_FEATURES,
  /** Near "constant". */
  CONSTANT;

  private static final double LOGIT = 8;

  /**
   * The terms of Q that this stands for.
   *
   * @param weight λ_struct^Q
   */
  List<StructureReference> weighted(double weight) {
    if (this == NONE) {
      return List.of();
    }
    int vertex =
        switch (this) {
          case ONE_FEATURE -> PolynomialExample.ONE_FEATURE;
          case ELEVEN_FEATURES -> PolynomialExample.ELEVEN_FEATURES;
          default -> PolynomialExample.CONSTANT;
        };
    List<Double> logits = new ArrayList<>(Collections.nCopies(PolynomialExample.SUBMODELS, 0.0));
    logits.set(vertex, LOGIT);
    return List.of(new StructureReference(weight, logits));
  }
}
