package org.simplexity.kernel.execution.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
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
import org.simplexity.kernel.graph.Operation;

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
  private final @Nullable Tensor flippedWeight;
  private final Tensor plainBias;
  private final Map<Integer, Variant> variants = new HashMap<>();
  private final List<Call> layouts = new ArrayList<>();
  private final Call[] forward;
  private final Call[] backwardData;
  private final WeightGradient gradient;
  private final Tensor[] weightGradients;
  private final Tensor[] biasGradients;
  private final float[] partial;

  /** The primitives for one number of examples, and the weights as they want them. */
  private record Variant(
      Primitives.Made forward,
      Primitives.@Nullable Made backwardData,
      memory forwardWeights,
      @Nullable memory dataWeights) {}

  WeightedKernel(Site site, Primitives primitives, Slice weight, @Nullable Slice bias) {
    this.site = site;
    this.weight = weight;
    this.bias = bias;
    this.plainWeight = site.engine().arena().allocate(weight.length());
    this.flippedWeight =
        primitives.flips() && site.use() != GradientUse.NONE
            ? site.engine().arena().allocate(weight.length())
            : null;
    this.plainBias = site.engine().arena().allocate(site.shape().channels());
    int chunks = site.chunks().count();
    this.forward = new Call[chunks];
    this.backwardData = new Call[chunks];
    this.weightGradients = new Tensor[chunks];
    this.biasGradients = new Tensor[chunks];
    this.partial = new float[Math.max(weight.length(), site.shape().channels())];
    for (int chunk = 0; chunk < chunks; chunk++) {
      Variant variant =
          variants.computeIfAbsent(
              site.chunks().size(chunk), examples -> variant(primitives, examples));
      compileForward(chunk, variant);
      weightGradients[chunk] = site.engine().arena().allocate(weight.length());
      biasGradients[chunk] = site.engine().arena().allocate(site.shape().channels());
      if (variant.backwardData != null && variant.dataWeights != null) {
        compileData(chunk, variant, variant.backwardData, variant.dataWeights);
      }
    }
    this.gradient = gradient(primitives);
  }

  private WeightGradient gradient(Primitives primitives) {
    return site.value().operation() instanceof Operation.DepthwiseConvolve depthwise
            && DepthwiseWeightGradient.suits(depthwise.settings().window())
        ? new DepthwiseWeightGradient(site, depthwise.settings().window(), weightGradients)
        : new PrimitiveWeightGradient(
            site, primitives, weightGradients, bias == null ? null : biasGradients);
  }

  private Variant variant(Primitives primitives, int examples) {
    memory.desc plain = primitives.plainWeights();
    Engine engine = site.engine();
    Primitives.Key key =
        new Primitives.Key(primitives.settings(), site.inputShape(), site.shape(), examples);
    Primitives.Made ahead = engine.made("forward", key, () -> primitives.forward(examples));
    memory aheadWeights = arranged(plainWeight, plain, ahead.description().weights_desc());
    if (site.use() == GradientUse.NONE) {
      return new Variant(ahead, null, aheadWeights, null);
    }
    Primitives.Made data = engine.made("data", key, () -> primitives.backwardData(examples));
    Tensor source = flippedWeight == null ? plainWeight : flippedWeight;
    memory dataWeights = arranged(source, plain, data.description().weights_desc());
    return new Variant(ahead, data, aheadWeights, dataWeights);
  }

  /** The weights in another layout, kept up to date by {@link #prepare}. */
  private memory arranged(Tensor weights, memory.desc plain, memory.desc wanted) {
    Engine engine = site.engine();
    memory source = engine.memory(plain, weights);
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
    boolean flips = flippedWeight != null;
    arguments.put(flips ? DNNL_ARG_SRC : DNNL_ARG_DIFF_DST, outGradient(chunk, variant));
    arguments.put(DNNL_ARG_WEIGHTS, weights);
    arguments.put(
        flips ? DNNL_ARG_DST : DNNL_ARG_DIFF_SRC,
        Contribution.target(site, variant.forward.description().src_desc(), chunk));
    backwardData[chunk] = call(data, chunk, arguments);
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
    if (flippedWeight != null) {
      flip(all, flippedWeight);
    }
    for (int i = 0; i < layouts.size(); i++) {
      layouts.get(i).run();
    }
  }

  /** Turns every window by 180 degrees. */
  private void flip(float[] all, Tensor flipped) {
    int taps = weight.shape().get(2) * weight.shape().get(3);
    for (int at = 0; at < weight.length(); at += taps) {
      for (int tap = 0; tap < taps; tap++) {
        flipped.buffer().put(at + tap, all[weight.offset() + at + taps - 1 - tap]);
      }
    }
  }

  @Override
  public void forward(int chunk) {
    forward[chunk].run();
  }

  @Override
  public void backward(int chunk) {
    if (site.pass().wantsWeights()) {
      site.restoreInput(chunk);
      gradient.run(chunk);
    }
    if (site.use() != GradientUse.NONE) {
      backwardData[chunk].run();
      Contribution.settle(site, chunk);
    }
  }

  @Override
  public void combineBackward() {
    if (site.pass().wantsWeights()) {
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
