package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Operation;

/**
 * y = Σ_k c_k x_k with c = γ or 1; ∂c_k = ⟨g, x_k⟩.
 *
 * <p>γ is read on the device, by views of it. Inputs whose γ is known to be exactly 0 for every
 * example are left out, since they may not have been computed.
 */
final class LinearKernel implements Kernel {
  private final List<List<Term>> terms = new ArrayList<>();
  private final List<INDArray> outputs = new ArrayList<>();
  private final List<Mixture> mixtures = new ArrayList<>();
  private final Vectors vectors;
  private final Pass pass;
  private final @Nullable Slice structure;

  LinearKernel(
      Task task,
      Function<Value, Tensor> tensors,
      Chunks chunks,
      DeviceVectors vectors,
      Pass pass,
      @Nullable Slice structure) {
    this.vectors = vectors.vectors();
    this.pass = pass;
    this.structure = structure;
    Tensor out = tensors.apply(task.value());
    INDArray[] scratch = Tensor.allocate(vectors.device(), out.shape(), chunks);
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      Site site = site(vectors, out, chunks, chunk, scratch[chunk]);
      outputs.add(site.y());
      terms.add(terms(task, tensors, chunk, site));
    }
  }

  private Site site(DeviceVectors device, Tensor out, Chunks chunks, int chunk, INDArray scratch) {
    Mixture mixture = null;
    if (structure != null) {
      mixture = Mixture.of(device, structure, chunks, chunk);
      mixtures.add(mixture);
    }
    return new Site(device.device(), out.data(chunk), out.gradient(chunk), scratch, mixture);
  }

  private static List<Term> terms(
      Task task, Function<Value, Tensor> tensors, int chunk, Site site) {
    List<Term> list = new ArrayList<>();
    for (int k = 0; k < task.uses().size(); k++) {
      Value value = task.value().inputs().get(k);
      Tensor in = tensors.apply(value);
      boolean zero = value.operation() instanceof Operation.Zero;
      list.add(
          new Term(site, k, zero ? null : in.data(chunk), in.gradient(chunk), task.uses().get(k)));
    }
    return list;
  }

  @Override
  public void forward(int chunk) {
    boolean empty = true;
    for (Term term : terms.get(chunk)) {
      if (!rests(term.index())) {
        empty = !term.forward(empty) && empty;
      }
    }
    if (empty) {
      outputs.get(chunk).assign(0);
    }
  }

  @Override
  public void backward(int chunk) {
    boolean wantsProducts = structure != null && pass.wantsStructure();
    for (Term term : terms.get(chunk)) {
      if (wantsProducts) {
        term.measure();
      }
      term.backward(rests(term.index()));
    }
  }

  @Override
  public void finish() {
    if (pass.wantsStructure()) {
      mixtures.forEach(Mixture::deliver);
    }
  }

  private boolean rests(int k) {
    return structure != null && vectors.isCertainlyZero(structure.offset() + k, pass.examples());
  }
}
