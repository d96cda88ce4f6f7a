package org.simplexity.kernel.execution;

import org.simplexity.kernel.DeviceVector;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.execution.nd4j.Device;

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

  /** Zero vectors of a network on a device; that of γ knows its zeros. */
  public static Vectors on(Device device, Network network) {
    DeviceVector parameters = DeviceVector.zeros(network.parameters().length(), device);
    DeviceVector structure = DeviceVector.tracked(network.structure().length(), device);
    return new Vectors(
        parameters,
        parameters.zerosLike(),
        structure,
        structure.zerosLike(),
        DeviceVector.zeros(network.statistics().length(), device));
  }
}
