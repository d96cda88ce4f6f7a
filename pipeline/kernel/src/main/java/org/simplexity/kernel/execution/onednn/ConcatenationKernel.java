package org.simplexity.kernel.execution.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;

/** The channels of several values one after another, by strided copies. */
final class ConcatenationKernel implements Kernel {
  private final List<List<Call>> forward = new ArrayList<>();
  private final List<List<Call>> backward = new ArrayList<>();

  ConcatenationKernel(Site site) {
    for (int chunk = 0; chunk < site.chunks().count(); chunk++) {
      forward.add(new ArrayList<>());
      backward.add(new ArrayList<>());
      int offset = 0;
      for (int k = 0; k < site.inputs().size(); k++) {
        add(site, chunk, k, offset);
        offset += site.inputs().get(k).shape().channels();
      }
    }
  }

  private void add(Site site, int chunk, int k, int offset) {
    Engine engine = site.engine();
    Context context = site.context(chunk);
    Value input = site.inputs().get(k);
    Shape shape = input.shape();
    int examples = site.chunks().size(chunk);
    memory.desc part = Engine.images(examples, shape);
    memory.desc window =
        Engine.images(examples, site.shape())
            .submemory_desc(
                new long[] {examples, shape.channels(), shape.height(), shape.width()},
                new long[] {0, offset, 0, 0});
    memory x = engine.memory(part, site.in(k, chunk));
    memory y = engine.memory(window, site.out(chunk));
    forward.get(chunk).add(engine.copy(x, y, false, context));
    GradientUse use = site.task().uses().get(k);
    if (use != GradientUse.NONE) {
      memory dx = engine.memory(part, site.inGradient(k, chunk));
      memory dy = engine.memory(window, site.outGradient(chunk));
      backward.get(chunk).add(engine.copy(dy, dx, use == GradientUse.ADD, context));
    }
  }

  @Override
  public void forward(int chunk) {
    List<Call> calls = forward.get(chunk);
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).run();
    }
  }

  @Override
  public void backward(int chunk) {
    List<Call> calls = backward.get(chunk);
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).run();
    }
  }
}
