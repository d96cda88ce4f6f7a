package org.simplexity.kernel.execution.onednn;

import java.util.List;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;

/** Where a kernel works: its task, the buffers around it, and the plan's vectors. */
final class Site {
  private final Task task;
  private final OneDnnBackend backend;
  private final Tensor[][] data;
  private final Tensor[][] gradients;
  private final Tensor[] out;
  private final Tensor[] outGradients;
  private final Context[] contexts;

  Site(Task task, OneDnnBackend backend) {
    this.task = task;
    this.backend = backend;
    List<Value> inputs = task.value().inputs();
    this.data = new Tensor[inputs.size()][];
    this.gradients = new Tensor[inputs.size()][];
    for (int k = 0; k < data.length; k++) {
      data[k] = backend.data(inputs.get(k));
      gradients[k] = backend.gradients(inputs.get(k));
    }
    this.out = backend.data(task.value());
    this.outGradients = backend.gradients(task.value());
    this.contexts = new Context[backend.chunks().count()];
    for (int chunk = 0; chunk < contexts.length; chunk++) {
      contexts[chunk] = backend.context(chunk);
    }
  }

  Task task() {
    return task;
  }

  Value value() {
    return task.value();
  }

  Shape shape() {
    return value().shape();
  }

  List<Value> inputs() {
    return value().inputs();
  }

  Shape inputShape() {
    return inputs().get(0).shape();
  }

  GradientUse use() {
    return task.uses().get(0);
  }

  Tensor in(int chunk) {
    return data[0][chunk];
  }

  /** Input {@code k}. */
  Tensor in(int k, int chunk) {
    return data[k][chunk];
  }

  Tensor inGradient(int chunk) {
    return inGradient(0, chunk);
  }

  /** The gradient of input {@code k}; only where its use is not {@code NONE}. */
  Tensor inGradient(int k, int chunk) {
    return gradients[k][chunk];
  }

  Tensor out(int chunk) {
    return out[chunk];
  }

  /** Whether anything depends on the gradient of the value. */
  boolean isDifferentiable() {
    return outGradients.length > 0;
  }

  /** The gradient of the value; only where it is differentiable. */
  Tensor outGradient(int chunk) {
    return outGradients[chunk];
  }

  BatchMoments moments() {
    return backend.moments(value());
  }

  /** Moments of a normalised input that is computed where it is read. */
  BatchMoments moments(Value lazy) {
    return backend.moments(lazy);
  }

  /** The data of any value of the network, by chunk; empty if it is nowhere stored. */
  Tensor[] data(Value other) {
    return backend.data(other);
  }

  Fusion fusion() {
    return backend.fusion();
  }

  int worker(int chunk) {
    return backend.worker(chunk);
  }

  /** Makes sure in a backward pass that the first input is there. */
  void restoreInput(int chunk) {
    Restorable input = backend.restorable(inputs().get(0));
    if (input != null) {
      input.restore(chunk);
    }
  }

  Chunks chunks() {
    return backend.chunks();
  }

  Vectors vectors() {
    return backend.vectors();
  }

  Pass pass() {
    return backend.pass();
  }

  Context context(int chunk) {
    return contexts[chunk];
  }

  Tiles tiles(int chunk) {
    return contexts[chunk].tiles();
  }

  Engine engine() {
    return backend.engine();
  }
}
