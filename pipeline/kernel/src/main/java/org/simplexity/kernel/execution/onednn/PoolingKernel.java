package org.simplexity.kernel.execution.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Window;

/** Maximum or average over windows; padding counts neither as a value nor in averages. */
final class PoolingKernel implements Kernel {

  /** Extents of windows, [rows, columns]. */
  private static final class Geometry {
    private final algorithm kind;
    private final long[] kernel;
    private final long[] strides;
    private final long[] padding;

    private Geometry(algorithm kind, long[] kernel, long stride, long padding) {
      this.kind = kind;
      this.kernel = kernel;
      this.strides = new long[] {stride, stride};
      this.padding = new long[] {padding, padding};
    }

    /** Padding at the bottom and the right that makes the last window fit exactly. */
    long[] end(Shape in, Shape out) {
      return new long[] {
        (out.height() - 1) * strides[0] + kernel[0] - in.height() - padding[0],
        (out.width() - 1) * strides[1] + kernel[1] - in.width() - padding[1]
      };
    }
  }

  private final Site site;
  private final Geometry geometry;
  private final Call[] forward;
  private final Call[] backward;

  private PoolingKernel(Site site, Geometry geometry) {
    this.site = site;
    this.geometry = geometry;
    this.forward = new Call[site.chunks().count()];
    this.backward = new Call[site.chunks().count()];
    for (int chunk = 0; chunk < forward.length; chunk++) {
      compile(chunk);
    }
  }

  static PoolingKernel maximum(Site site, Window window) {
    return new PoolingKernel(site, geometry(algorithm.pooling_max, window));
  }

  static PoolingKernel average(Site site, Window window) {
    return new PoolingKernel(site, geometry(algorithm.pooling_avg_exclude_padding, window));
  }

  /** One window over the whole input. */
  static PoolingKernel global(Site site) {
    long[] extents = {site.inputShape().height(), site.inputShape().width()};
    return new PoolingKernel(
        site, new Geometry(algorithm.pooling_avg_exclude_padding, extents, 1, 0));
  }

  private static Geometry geometry(algorithm kind, Window window) {
    long[] kernel = {window.kernel(), window.kernel()};
    return new Geometry(kind, kernel, window.stride(), window.padding());
  }

  private void compile(int chunk) {
    Engine engine = site.engine();
    int examples = site.chunks().size(chunk);
    memory.desc in = Engine.images(examples, site.inputShape());
    memory.desc out = Engine.images(examples, site.shape());
    pooling_forward.primitive_desc description =
        new pooling_forward.primitive_desc(
            new pooling_forward.desc(
                prop_kind.forward_training,
                geometry.kind,
                in,
                out,
                geometry.strides,
                geometry.kernel,
                geometry.padding,
                geometry.end(site.inputShape(), site.shape())),
            Engine.attributes(),
            engine.cpu());
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(DNNL_ARG_SRC, engine.memory(in, site.in(chunk)));
    arguments.put(DNNL_ARG_DST, engine.memory(out, site.out(chunk)));
    Map<Integer, memory> workspace = new HashMap<>();
    memory.desc winners = description.workspace_desc();
    if (winners.get_size() > 0) {
      Tensor tensor = engine.arena().allocate((int) (winners.get_size() / Float.BYTES) + 1);
      workspace.put(DNNL_ARG_WORKSPACE, engine.memory(winners, tensor));
    }
    arguments.putAll(workspace);
    forward[chunk] =
        engine.call(new pooling_forward(description), description, site.context(chunk), arguments);
    if (site.use() != GradientUse.NONE) {
      backward[chunk] = backward(chunk, description, workspace);
    }
  }

  private Call backward(
      int chunk, pooling_forward.primitive_desc hint, Map<Integer, memory> workspace) {
    Engine engine = site.engine();
    int examples = site.chunks().size(chunk);
    memory.desc in = Engine.images(examples, site.inputShape());
    memory.desc out = Engine.images(examples, site.shape());
    pooling_backward.primitive_desc description =
        new pooling_backward.primitive_desc(
            new pooling_backward.desc(
                geometry.kind,
                in,
                out,
                geometry.strides,
                geometry.kernel,
                geometry.padding,
                geometry.end(site.inputShape(), site.shape())),
            Engine.attributes(),
            engine.cpu(),
            hint);
    Map<Integer, memory> arguments = new HashMap<>(workspace);
    arguments.put(DNNL_ARG_DIFF_DST, engine.memory(out, site.outGradient(chunk)));
    arguments.put(DNNL_ARG_DIFF_SRC, Contribution.target(site, in, chunk));
    return engine.call(
        new pooling_backward(description), description, site.context(chunk), arguments);
  }

  @Override
  public void forward(int chunk) {
    forward[chunk].run();
  }

  @Override
  public void backward(int chunk) {
    if (site.use() != GradientUse.NONE) {
      backward[chunk].run();
      Contribution.settle(site, chunk);
    }
  }
}
