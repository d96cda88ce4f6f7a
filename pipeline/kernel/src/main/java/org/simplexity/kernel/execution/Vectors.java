package org.simplexity.kernel.execution;

import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Precision;

/**
 * The flat vectors of a plan.
 *
 * @param parameters w
 * @param parameterGradients ∂loss/∂w
 * @param structure γ
 * @param structureGradients ∂loss/∂γ
 * @param statistics running means and variances
 */
public record Vectors(
    FlatVector parameters,
    FlatVector parameterGradients,
    FlatVector structure,
    FlatVector structureGradients,
    FlatVector statistics) {

  /** Zero vectors of a network. */
  public static Vectors of(Network network, Precision precision) {
    FlatVector parameters = FlatVector.zeros(network.parameters().length(), precision);
    FlatVector structure = FlatVector.zeros(network.structure().length(), precision);
    return new Vectors(
        parameters,
        parameters.zerosLike(),
        structure,
        structure.zerosLike(),
        FlatVector.zeros(network.statistics().length(), precision));
  }
}
