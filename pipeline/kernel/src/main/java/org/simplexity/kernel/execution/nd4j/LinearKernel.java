package org.simplexity.kernel.execution.nd4j;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Operation;

/** y = Σ_k c_k x_k with c = γ or 1; ∂c_k = ⟨g, x_k⟩: BLAS on whole arrays. */
final class LinearKernel implements Kernel {
  private final List<Value> values;
  private final List<Tensor> inputs;
  private final List<GradientUse> uses;
  private final Tensor out;
  private final Vectors vectors;
  private final Pass pass;
  private final @Nullable Slice structure;
  private final double[][] products;

  LinearKernel(
      Task task,
      Function<Value, Tensor> tensors,
      Chunks chunks,
      Vectors vectors,
      Pass pass,
      @Nullable Slice structure) {
    this.values = task.value().inputs();
    this.inputs = values.stream().map(tensors).toList();
    this.uses = task.uses();
    this.out = tensors.apply(task.value());
    this.vectors = vectors;
    this.pass = pass;
    this.structure = structure;
    this.products = new double[chunks.count()][inputs.size()];
  }

  @Override
  public void forward(int chunk) {
    INDArray y = out.data(chunk);
    y.assign(0);
    for (int k = 0; k < inputs.size(); k++) {
      if (!isZero(k) && coefficient(k) != 0) {
        Device.addScaled(coefficient(k), inputs.get(k).data(chunk), y);
      }
    }
  }

  @Override
  public void backward(int chunk) {
    INDArray g = out.gradient(chunk);
    for (int k = 0; k < inputs.size(); k++) {
      if (wantsProducts() && !isZero(k)) {
        products[chunk][k] = Device.dot(g, inputs.get(k).data(chunk));
      }
      if (uses.get(k) != GradientUse.NONE) {
        INDArray dx = inputs.get(k).gradient(chunk);
        if (uses.get(k) == GradientUse.SET) {
          dx.assign(0);
        }
        Device.addScaled(coefficient(k), g, dx);
      }
    }
  }

  @Override
  public void finish() {
    if (structure != null && wantsProducts()) {
      FlatVector gradients = vectors.structureGradients();
      for (int k = 0; k < inputs.size(); k++) {
        int index = structure.offset() + k;
        for (double[] chunk : products) {
          gradients.set(index, gradients.get(index) + chunk[k]);
        }
      }
    }
  }

  private boolean isZero(int k) {
    return values.get(k).operation() instanceof Operation.Zero;
  }

  private boolean wantsProducts() {
    return structure != null && pass.target().structure();
  }

  private double coefficient(int k) {
    return structure == null ? 1 : vectors.structure().get(structure.offset() + k);
  }
}
