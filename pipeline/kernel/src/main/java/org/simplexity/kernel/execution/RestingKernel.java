package org.simplexity.kernel.execution;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.Value;

/** A kernel that rests when its value does; then it only clears gradients that others add to. */
public final class RestingKernel implements Kernel {
  private final Kernel kernel;
  private final Value value;
  private final Activity activity;
  private final Backend backend;
  private final Value[] opened;

  /** Wraps the kernel of a task. */
  public RestingKernel(Kernel kernel, Task task, Activity activity, Backend backend) {
    this(kernel, task.value(), opened(task), activity, backend);
  }

  /** Wraps the loss of these logits. */
  public RestingKernel(Kernel kernel, Value logits, Activity activity, Backend backend) {
    this(kernel, logits, new Value[0], activity, backend);
  }

  private RestingKernel(
      Kernel kernel, Value value, Value[] opened, Activity activity, Backend backend) {
    this.kernel = kernel;
    this.value = value;
    this.opened = opened;
    this.activity = activity;
    this.backend = backend;
  }

  /** The inputs whose gradients the kernel is the first to write. */
  private static Value[] opened(Task task) {
    List<Value> opened = new ArrayList<>();
    for (int k = 0; k < task.uses().size(); k++) {
      if (task.uses().get(k) == GradientUse.SET) {
        opened.add(task.value().inputs().get(k));
      }
    }
    return opened.toArray(new Value[0]);
  }

  @Override
  public void prepare() {
    if (activity.runs(value)) {
      kernel.prepare();
    }
  }

  @Override
  public void forward(int chunk) {
    if (activity.runs(value)) {
      kernel.forward(chunk);
    }
  }

  @Override
  public void combineForward() {
    if (activity.runs(value)) {
      kernel.combineForward();
    }
  }

  @Override
  public void backward(int chunk) {
    if (activity.runs(value)) {
      kernel.backward(chunk);
      return;
    }
    for (Value input : opened) {
      if (activity.runs(input)) {
        backend.clearGradient(input, chunk);
      }
    }
  }

  @Override
  public void combineBackward() {
    if (activity.runs(value)) {
      kernel.combineBackward();
    }
  }

  @Override
  public void finish() {
    if (activity.runs(value)) {
      kernel.finish();
    }
  }
}
