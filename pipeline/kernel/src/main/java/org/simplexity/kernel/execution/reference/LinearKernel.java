package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

/**
 * y = Σ_k c_k x_k with c = γ or 1; ∂c_k = ⟨g, x_k⟩. Candidates that are 0 or weigh 0 are skipped.
 *
 * <p>All examples of a chunk are one row of numbers, or each of them is one, with a γ of its own.
 */
final class LinearKernel implements Kernel {
  private final List<Buffer> inputs;
  private final List<GradientUse> uses;
  private final boolean[] zero;
  private final Buffer out;
  private final Vectors vectors;
  private final Pass pass;
  private final @Nullable Slice structure;
  private final Chunks chunks;
  private final double[][][] products;

  LinearKernel(
      Task task,
      Function<Value, Buffer> buffers,
      Chunks chunks,
      Vectors vectors,
      Pass pass,
      @Nullable Slice structure) {
    Value value = task.value();
    this.inputs = value.inputs().stream().map(buffers).toList();
    this.uses = task.uses();
    this.zero = new boolean[inputs.size()];
    for (int k = 0; k < zero.length; k++) {
      zero[k] = value.inputs().get(k).operation() instanceof Operation.Zero;
    }
    this.out = buffers.apply(value);
    this.chunks = chunks;
    this.vectors = vectors;
    this.pass = pass;
    this.structure = structure;
    this.products = new double[chunks.count()][][];
    for (int chunk = 0; chunk < products.length; chunk++) {
      products[chunk] = new double[rows(chunk)][inputs.size()];
    }
  }

  private int rows(int chunk) {
    return vectors.hasStructurePerExample() ? chunks.size(chunk) : 1;
  }

  @Override
  public void forward(int chunk) {
    double[] y = out.data(chunk);
    Arrays.fill(y, 0);
    for (int k = 0; k < inputs.size(); k++) {
      if (!zero[k]) {
        addScaled(chunk, k, inputs.get(k).data(chunk), y);
      }
    }
  }

  /** Adds c_k x to y, leaving out rows whose c_k is 0. */
  private void addScaled(int chunk, int k, double[] x, double[] y) {
    int length = y.length / rows(chunk);
    for (int row = 0; row < rows(chunk); row++) {
      double factor = coefficient(k, chunks.start(chunk) + row);
      for (int i = row * length; i < (row + 1) * length && factor != 0; i++) {
        y[i] += factor * x[i];
      }
    }
  }

  @Override
  public void backward(int chunk) {
    double[] g = out.gradient(chunk);
    for (int k = 0; k < inputs.size(); k++) {
      if (wantsProducts() && !zero[k]) {
        measure(chunk, k, g, inputs.get(k).data(chunk));
      }
      if (uses.get(k) != GradientUse.NONE) {
        double[] dx = inputs.get(k).gradient(chunk);
        if (uses.get(k) == GradientUse.SET) {
          Arrays.fill(dx, 0);
        }
        addScaled(chunk, k, g, dx);
      }
    }
  }

  private void measure(int chunk, int k, double[] g, double[] x) {
    int length = g.length / rows(chunk);
    for (int row = 0; row < rows(chunk); row++) {
      double sum = 0;
      for (int i = row * length; i < (row + 1) * length; i++) {
        sum += g[i] * x[i];
      }
      products[chunk][row][k] = sum;
    }
  }

  @Override
  public void finish() {
    if (structure != null && wantsProducts()) {
      for (int k = 0; k < inputs.size(); k++) {
        for (int chunk = 0; chunk < products.length; chunk++) {
          for (int row = 0; row < products[chunk].length; row++) {
            add(structure.offset() + k, chunks.start(chunk) + row, products[chunk][row][k]);
          }
        }
      }
    }
  }

  private void add(int coordinate, int example, double product) {
    FlatVector gradients = vectors.structureGradients();
    int index = vectors.structureIndex(coordinate, example);
    gradients.set(index, gradients.get(index) + product);
  }

  private boolean wantsProducts() {
    return structure != null && pass.wantsStructure();
  }

  private double coefficient(int k, int example) {
    return structure == null
        ? 1
        : vectors.structure().get(vectors.structureIndex(structure.offset() + k, example));
  }
}
