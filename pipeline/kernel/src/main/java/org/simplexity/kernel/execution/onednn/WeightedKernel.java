package org.simplexity.kernel.execution.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;

/**
 * A convolution or dense layer.
 *
 * <p>Weights are brought into each primitive's own layout once a step; their gradients come out of
 * every chunk in the flat vector's order and are summed in the order of the chunks.
 */
final class WeightedKernel implements Kernel {
  private final Site site;
  private final Slice weight;
  private final @Nullable Slice bias;
  private final Tensor plainWeight;
  private final Tensor plainBias;
  private final Map<Integer, Variant> variants = new HashMap<>();
  private final List<Call> layouts = new ArrayList<>();
  private final Call[] forward;
  private final Call[] backwardData;
  private final Call[] backwardWeights;
  private final Call[] gradientLayouts;
  private final Tensor[] weightGradients;
  private final Tensor[] biasGradients;
  private final float[] partial;

  /** The primitives for one number of examples, and the weights as they want them. */
  private record Variant(
      Primitives.Made forward,
      Primitives.@Nullable Made backwardData,
      Primitives.Made backwardWeights,
      memory forwardWeights,
      @Nullable memory dataWeights) {}

  WeightedKernel(Site site, Primitives primitives, Slice weight, @Nullable Slice bias) {
    this.site = site;
    this.weight = weight;
    this.bias = bias;
    this.plainWeight = site.engine().arena().allocate(weight.length());
    this.plainBias = site.engine().arena().allocate(site.shape().channels());
    int chunks = site.chunks().count();
    this.forward = new Call[chunks];
    this.backwardData = new Call[chunks];
    this.backwardWeights = new Call[chunks];
    this.gradientLayouts = new Call[chunks];
    this.weightGradients = new Tensor[chunks];
    this.biasGradients = new Tensor[chunks];
    this.partial = new float[Math.max(weight.length(), site.shape().channels())];
    for (int chunk = 0; chunk < chunks; chunk++) {
      Variant variant =
          variants.computeIfAbsent(
              site.chunks().size(chunk), examples -> variant(primitives, examples));
      compileForward(chunk, variant);
      compileWeights(chunk, variant, primitives.plainWeights());
      if (variant.backwardData != null && variant.dataWeights != null) {
        compileData(chunk, variant, variant.backwardData, variant.dataWeights);
      }
    }
  }

  private Variant variant(Primitives primitives, int examples) {
    Primitives.Made ahead = primitives.forward(examples);
    memory.desc plain = primitives.plainWeights();
    memory aheadWeights = arranged(plain, ahead.description().weights_desc());
    Primitives.Made weights = primitives.backwardWeights(examples);
    if (site.use() == GradientUse.NONE) {
      return new Variant(ahead, null, weights, aheadWeights, null);
    }
    Primitives.Made data = primitives.backwardData(examples);
    memory dataWeights = arranged(plain, data.description().weights_desc());
    return new Variant(ahead, data, weights, aheadWeights, dataWeights);
  }

  /** The weights in another layout, kept up to date by {@link #prepare}. */
  private memory arranged(memory.desc plain, memory.desc wanted) {
    Engine engine = site.engine();
    memory source = engine.memory(plain, plainWeight);
    if (wanted.equals(plain)) {
      return source;
    }
    memory target = engine.memory(wanted, engine.arena().allocate(Engine.floats(wanted)));
    layouts.add(engine.copy(source, target, false, site.context(0)));
    return target;
  }

  private void compileForward(int chunk, Variant variant) {
    Engine engine = site.engine();
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(
        DNNL_ARG_SRC, engine.memory(variant.forward.description().src_desc(), site.in(chunk)));
    arguments.put(DNNL_ARG_WEIGHTS, variant.forwardWeights);
    arguments.put(
        DNNL_ARG_DST, engine.memory(variant.forward.description().dst_desc(), site.out(chunk)));
    if (bias != null) {
      arguments.put(DNNL_ARG_BIAS, engine.memory(biases(), plainBias));
    }
    forward[chunk] = call(variant.forward, chunk, arguments);
  }

  private void compileData(int chunk, Variant variant, Primitives.Made data, memory weights) {
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(DNNL_ARG_DIFF_DST, outGradient(chunk, variant));
    arguments.put(DNNL_ARG_WEIGHTS, weights);
    arguments.put(
        DNNL_ARG_DIFF_SRC,
        Contribution.target(site, variant.forward.description().src_desc(), chunk));
    backwardData[chunk] = call(data, chunk, arguments);
  }

  private void compileWeights(int chunk, Variant variant, memory.desc plain) {
    Engine engine = site.engine();
    weightGradients[chunk] = engine.arena().allocate(weight.length());
    biasGradients[chunk] = engine.arena().allocate(site.shape().channels());
    memory target = engine.memory(plain, weightGradients[chunk]);
    memory.desc own = variant.backwardWeights.description().diff_weights_desc();
    memory made =
        own.equals(plain)
            ? target
            : site.context(chunk).contribution().reserve(engine.unbound(own));
    if (!own.equals(plain)) {
      gradientLayouts[chunk] = engine.copy(made, target, false, site.context(chunk));
    }
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(
        DNNL_ARG_SRC, engine.memory(variant.forward.description().src_desc(), site.in(chunk)));
    arguments.put(DNNL_ARG_DIFF_DST, outGradient(chunk, variant));
    arguments.put(DNNL_ARG_DIFF_WEIGHTS, made);
    if (bias != null) {
      arguments.put(DNNL_ARG_DIFF_BIAS, engine.memory(biases(), biasGradients[chunk]));
    }
    backwardWeights[chunk] = call(variant.backwardWeights, chunk, arguments);
  }

  private memory outGradient(int chunk, Variant variant) {
    return site.engine().memory(variant.forward.description().dst_desc(), site.outGradient(chunk));
  }

  private memory.desc biases() {
    return Engine.descriptor(memory.format_tag.a, site.shape().channels());
  }

  private Call call(Primitives.Made made, int chunk, Map<Integer, memory> arguments) {
    return site.engine().call(made.operation(), made.description(), site.context(chunk), arguments);
  }

  @Override
  public void prepare() {
    float[] all = ((FlatVector.Single) site.vectors().parameters()).array();
    plainWeight.buffer().put(0, all, weight.offset(), weight.length());
    if (bias != null) {
      plainBias.buffer().put(0, all, bias.offset(), bias.length());
    }
    for (int i = 0; i < layouts.size(); i++) {
      layouts.get(i).run();
    }
  }

  @Override
  public void forward(int chunk) {
    forward[chunk].run();
  }

  @Override
  public void backward(int chunk) {
    if (site.pass().target().weights()) {
      site.restoreInput(chunk);
      backwardWeights[chunk].run();
      if (gradientLayouts[chunk] != null) {
        gradientLayouts[chunk].run();
      }
    }
    if (site.use() != GradientUse.NONE) {
      backwardData[chunk].run();
      Contribution.settle(site, chunk);
    }
  }

  @Override
  public void combineBackward() {
    if (site.pass().target().weights()) {
      float[] all = ((FlatVector.Single) site.vectors().parameterGradients()).array();
      sum(weightGradients, all, weight);
      if (bias != null) {
        sum(biasGradients, all, bias);
      }
    }
  }

  private void sum(Tensor[] chunks, float[] all, Slice slice) {
    int offset = slice.offset();
    int length = slice.length();
    chunks[0].buffer().get(0, all, offset, length);
    for (int chunk = 1; chunk < chunks.length; chunk++) {
      chunks[chunk].buffer().get(0, partial, 0, length);
      for (int i = 0; i < length; i++) {
        all[offset + i] += partial[i];
      }
    }
  }
}
