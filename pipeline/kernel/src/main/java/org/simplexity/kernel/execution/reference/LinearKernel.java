package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Operation;

/**
 * y = Σ_k c_k x_k with c = γ or 1; ∂c_k = ⟨g, x_k⟩. Candidates that are 0 or weigh 0 are skipped.
 */
final class LinearKernel implements Kernel {
  private final List<Buffer> inputs;
  private final List<GradientUse> uses;
  private final boolean[] zero;
  private final Buffer out;
  private final Vectors vectors;
  private final Pass pass;
  private final @Nullable Slice structure;
  private final double[][] products;

  LinearKernel(
      Value value,
      Task task,
      Function<Value, Buffer> buffers,
      Vectors vectors,
      Pass pass,
      @Nullable Slice structure) {
    this.inputs = value.inputs().stream().map(buffers).toList();
    this.uses = task.uses();
    this.zero = new boolean[inputs.size()];
    for (int k = 0; k < zero.length; k++) {
      zero[k] = value.inputs().get(k).operation() instanceof Operation.Zero;
    }
    this.out = buffers.apply(value);
    this.vectors = vectors;
    this.pass = pass;
    this.structure = structure;
    this.products = new double[out.chunks()][inputs.size()];
  }

  @Override
  public void forward(int chunk) {
    double[] y = out.data(chunk);
    Arrays.fill(y, 0);
    for (int k = 0; k < inputs.size(); k++) {
      if (!zero[k] && coefficient(k) != 0) {
        addScaled(coefficient(k), inputs.get(k).data(chunk), y);
      }
    }
  }

  @Override
  public void backward(int chunk) {
    double[] g = out.gradient(chunk);
    for (int k = 0; k < inputs.size(); k++) {
      if (wantsProducts() && !zero[k]) {
        products[chunk][k] = dot(g, inputs.get(k).data(chunk));
      }
      if (uses.get(k) != GradientUse.NONE) {
        double[] dx = inputs.get(k).gradient(chunk);
        if (uses.get(k) == GradientUse.SET) {
          Arrays.fill(dx, 0);
        }
        addScaled(coefficient(k), g, dx);
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

  private boolean wantsProducts() {
    return structure != null && pass.target().structure();
  }

  private double coefficient(int k) {
    return structure == null ? 1 : vectors.structure().get(structure.offset() + k);
  }

  private static void addScaled(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
