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
 * @param structure γ, or that of example 0, of example 1, …
 * @param structureGradients ∂loss/∂γ
 * @param statistics running means and variances
 * @param structureRows how many γ there are: 1 for all examples, or one for each of the batch
 */
public record Vectors(
    FlatVector parameters,
    FlatVector parameterGradients,
    FlatVector structure,
    FlatVector structureGradients,
    FlatVector statistics,
    int structureRows) {

  /** Zero vectors of a network. */
  public static Vectors of(Network network, Precision precision, int structureRows) {
    FlatVector parameters = FlatVector.zeros(network.parameters().length(), precision);
    FlatVector structure =
        FlatVector.zeros(
            Math.multiplyExact(structureRows, network.structure().length()), precision);
    return new Vectors(
        parameters,
        parameters.zerosLike(),
        structure,
        structure.zerosLike(),
        FlatVector.zeros(network.statistics().length(), precision),
        structureRows);
  }

  /** Zero vectors of a network on a device; that of γ knows its zeros. */
  public static Vectors on(Device device, Network network, int structureRows) {
    DeviceVector parameters = DeviceVector.zeros(network.parameters().length(), device);
    DeviceVector structure =
        DeviceVector.tracked(
            Math.multiplyExact(structureRows, network.structure().length()), device);
    return new Vectors(
        parameters,
        parameters.zerosLike(),
        structure,
        structure.zerosLike(),
        DeviceVector.zeros(network.statistics().length(), device),
        structureRows);
  }

  /** Whether each example has a γ of its own. */
  public boolean hasStructurePerExample() {
    return structureRows > 1;
  }

  /** Coordinates of one γ. */
  public int structureWidth() {
    return structure.length() / structureRows;
  }

  /** Where the γ of an example has a coordinate. */
  public int structureIndex(int coordinate, int example) {
    return hasStructurePerExample() ? example * structureWidth() + coordinate : coordinate;
  }

  /** Whether a coordinate of γ is known to be exactly 0 for each of the first examples. */
  public boolean isCertainlyZero(int coordinate, int examples) {
    int rows = Math.min(structureRows, examples);
    for (int row = 0; row < rows; row++) {
      if (!structure.isCertainlyZero(structureIndex(coordinate, row))) {
        return false;
      }
    }
    return true;
  }
}
