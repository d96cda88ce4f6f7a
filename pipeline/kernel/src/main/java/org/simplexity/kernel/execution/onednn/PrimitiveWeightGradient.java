package org.simplexity.kernel.execution.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** ∂w and ∂b by the library's primitive, brought into the flat vector's order. */
final class PrimitiveWeightGradient implements WeightGradient {
  private final Call[] calls;
  private final @Nullable Call[] layouts;

  PrimitiveWeightGradient(
      Site site, Primitives primitives, Tensor[] weights, Tensor @Nullable [] biases) {
    this.calls = new Call[weights.length];
    this.layouts = new Call[weights.length];
    Engine engine = site.engine();
    memory.desc plain = primitives.plainWeights();
    for (int chunk = 0; chunk < calls.length; chunk++) {
      Primitives.Made made = made(site, primitives, chunk);
      memory.desc own = made.description().diff_weights_desc();
      memory target = engine.memory(plain, weights[chunk]);
      Context context = site.context(chunk);
      boolean inOrder = own.equals(plain);
      memory computed = inOrder ? target : context.contribution().reserve(engine.unbound(own));
      Map<Integer, memory> arguments = new HashMap<>();
      arguments.put(DNNL_ARG_SRC, engine.memory(made.description().src_desc(), site.in(chunk)));
      arguments.put(
          DNNL_ARG_DIFF_DST,
          engine.memory(made.description().diff_dst_desc(), site.outGradient(chunk)));
      arguments.put(DNNL_ARG_DIFF_WEIGHTS, computed);
      if (biases != null) {
        memory.desc vector = Engine.descriptor(memory.format_tag.a, site.shape().channels());
        arguments.put(DNNL_ARG_DIFF_BIAS, engine.memory(vector, biases[chunk]));
      }
      calls[chunk] = engine.call(made.operation(), made.description(), context, arguments);
      layouts[chunk] = inOrder ? null : engine.copy(computed, target, false, context);
    }
  }

  private static Primitives.Made made(Site site, Primitives primitives, int chunk) {
    int examples = site.chunks().size(chunk);
    Primitives.Key key =
        new Primitives.Key(primitives.settings(), site.inputShape(), site.shape(), examples);
    return site.engine().made("weights", key, () -> primitives.backwardWeights(examples));
  }

  @Override
  public void run(int chunk) {
    calls[chunk].run();
    Call layout = layouts[chunk];
    if (layout != null) {
      layout.run();
    }
  }
}
