package org.simplexity.kernel.execution.nd4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.Chunks;

/** γ of a mixture in one chunk, as views of the flat vector, and the way of ∂γ back into it. */
final class Mixture {
  private final int rows;
  private final INDArray coefficients;
  private final INDArray products;
  private final Call delivery;

  private Mixture(Device device, int rows, INDArray coefficients, INDArray target) {
    this.rows = rows;
    this.coefficients = coefficients;
    this.products = device.zeros(coefficients.size(1), rows);
    this.delivery = device.binary("add", target, products.permute(1, 0), target);
  }

  /** Coordinates of all examples together, or of each of them. */
  static Mixture of(DeviceVectors vectors, Slice structure, Chunks chunks, int chunk) {
    boolean each = vectors.vectors().hasStructurePerExample();
    int start = each ? chunks.start(chunk) : 0;
    int rows = each ? chunks.size(chunk) : 1;
    return new Mixture(
        vectors.device(),
        rows,
        vectors.structure(structure, start, rows),
        vectors.structureGradients(structure, start, rows));
  }

  /** How many γ the chunk has. */
  int rows() {
    return rows;
  }

  /** γ_k in a shape that multiplies a value, [1] or [example, 1, 1, 1]. */
  INDArray coefficient(int k) {
    INDArray column = coefficients.get(all(), interval(k, k + 1));
    return rows == 1 ? column.reshape('c', true, 1) : column.reshape('c', true, rows, 1, 1, 1);
  }

  /** Where the sum of products over each row goes. */
  INDArray product(int k) {
    return products.get(point(k), all());
  }

  /** Adds the products to ∂γ. */
  void deliver() {
    delivery.run();
  }
}
