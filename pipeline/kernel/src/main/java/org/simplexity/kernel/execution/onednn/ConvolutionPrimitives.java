package org.simplexity.kernel.execution.onednn;

import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Window;

/** Convolutions over all channels, or of every channel on its own. */
final class ConvolutionPrimitives implements Primitives {
  private static final algorithm DIRECT = algorithm.convolution_direct;

  private final Site site;
  private final Window window;
  private final long[] extents;
  private final boolean bias;
  private final long[] strides;
  private final long[] dilation;
  private final long[] start;
  private final long[] end;

  private ConvolutionPrimitives(Site site, Window window, long[] extents, boolean bias) {
    this.site = site;
    this.window = window;
    this.extents = extents;
    this.bias = bias;
    this.strides = new long[] {window.stride(), window.stride()};
    this.dilation = new long[] {window.dilation() - 1, window.dilation() - 1};
    this.start = new long[] {window.padding(), window.padding()};
    Shape in = site.inputShape();
    Shape out = site.shape();
    this.end =
        new long[] {
          missing(out.height(), in.height(), window), missing(out.width(), in.width(), window)
        };
  }

  /** Padding at the end that makes the last window fit exactly. */
  private static long missing(int out, int in, Window window) {
    return (long) (out - 1) * window.stride() + window.span() - in - window.padding();
  }

  static ConvolutionPrimitives full(Site site, Operation.Convolve operation) {
    Window window = operation.settings().window();
    long[] extents = {
      site.shape().channels(), site.inputShape().channels(), window.kernel(), window.kernel()
    };
    return new ConvolutionPrimitives(site, window, extents, operation.bias() != null);
  }

  static ConvolutionPrimitives depthwise(Site site, Operation.DepthwiseConvolve operation) {
    Window window = operation.settings().window();
    long[] extents = {site.shape().channels(), 1, 1, window.kernel(), window.kernel()};
    return new ConvolutionPrimitives(site, window, extents, false);
  }

  @Override
  public Object settings() {
    return List.of(window, bias, extents.length);
  }

  /**
   * The library is fast at the forward pass of dilated depthwise convolutions, not at the backward
   * one, which at stride 1 is a forward pass with flipped windows.
   */
  @Override
  public boolean flips() {
    return extents.length == 5 && window.dilation() > 1 && window.stride() == 1;
  }

  @Override
  public memory.desc plainWeights() {
    return Engine.descriptor(
        extents.length == 5 ? memory.format_tag.goihw : memory.format_tag.oihw, extents);
  }

  private memory.desc anyWeights() {
    return Engine.descriptor(memory.format_tag.any, extents);
  }

  private memory.desc biases() {
    return Engine.descriptor(memory.format_tag.a, site.shape().channels());
  }

  private memory.desc in(int examples) {
    return Engine.images(examples, site.inputShape());
  }

  private memory.desc out(int examples) {
    return Engine.images(examples, site.shape());
  }

  private convolution_forward.primitive_desc forwardDescription(int examples) {
    prop_kind kind = prop_kind.forward_training;
    convolution_forward.desc description =
        bias
            ? new convolution_forward.desc(
                kind,
                DIRECT,
                in(examples),
                anyWeights(),
                biases(),
                out(examples),
                strides,
                dilation,
                start,
                end)
            : new convolution_forward.desc(
                kind,
                DIRECT,
                in(examples),
                anyWeights(),
                out(examples),
                strides,
                dilation,
                start,
                end);
    return new convolution_forward.primitive_desc(
        description, Engine.attributes(), site.engine().cpu());
  }

  @Override
  public Made forward(int examples) {
    convolution_forward.primitive_desc description = forwardDescription(examples);
    return new Made(new convolution_forward(description), description);
  }

  private Made flipped(int examples) {
    long[] before = {window.span() - 1 - start[0], window.span() - 1 - start[1]};
    long[] after = {window.span() - 1 - end[0], window.span() - 1 - end[1]};
    convolution_forward.primitive_desc description =
        new convolution_forward.primitive_desc(
            new convolution_forward.desc(
                prop_kind.forward_training,
                DIRECT,
                out(examples),
                anyWeights(),
                in(examples),
                strides,
                dilation,
                before,
                after),
            Engine.attributes(),
            site.engine().cpu());
    return new Made(new convolution_forward(description), description);
  }

  @Override
  public Made backwardData(int examples) {
    if (flips()) {
      return flipped(examples);
    }
    convolution_backward_data.primitive_desc description =
        new convolution_backward_data.primitive_desc(
            new convolution_backward_data.desc(
                DIRECT, in(examples), anyWeights(), out(examples), strides, dilation, start, end),
            Engine.attributes(),
            site.engine().cpu(),
            forwardDescription(examples));
    return new Made(new convolution_backward_data(description), description);
  }

  @Override
  public Made backwardWeights(int examples) {
    convolution_backward_weights.desc description =
        bias
            ? new convolution_backward_weights.desc(
                DIRECT,
                in(examples),
                anyWeights(),
                biases(),
                out(examples),
                strides,
                dilation,
                start,
                end)
            : new convolution_backward_weights.desc(
                DIRECT, in(examples), anyWeights(), out(examples), strides, dilation, start, end);
    convolution_backward_weights.primitive_desc made =
        new convolution_backward_weights.primitive_desc(
            description, Engine.attributes(), site.engine().cpu(), forwardDescription(examples));
    return new Made(new convolution_backward_weights(made), made);
  }
}
