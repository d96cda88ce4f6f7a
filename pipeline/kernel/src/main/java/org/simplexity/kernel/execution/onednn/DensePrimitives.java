package org.simplexity.kernel.execution.onednn;

import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.simplexity.kernel.Shape;

/** Matrix products over the flattened input, always with bias. */
record DensePrimitives(Site site) implements Primitives {
  private memory.desc weights(memory.format_tag format) {
    Shape in = site.inputShape();
    return Engine.descriptor(
        format, site.shape().channels(), in.channels(), in.height(), in.width());
  }

  @Override
  public Object settings() {
    return "dense";
  }

  @Override
  public boolean flips() {
    return false;
  }

  @Override
  public memory.desc plainWeights() {
    return weights(memory.format_tag.oihw);
  }

  private memory.desc biases() {
    return Engine.descriptor(memory.format_tag.a, site.shape().channels());
  }

  private memory.desc in(int examples) {
    return Engine.images(examples, site.inputShape());
  }

  private memory.desc out(int examples) {
    return Engine.descriptor(memory.format_tag.nc, examples, site.shape().channels());
  }

  private inner_product_forward.primitive_desc forwardDescription(int examples) {
    return new inner_product_forward.primitive_desc(
        new inner_product_forward.desc(
            prop_kind.forward_training,
            in(examples),
            weights(memory.format_tag.any),
            biases(),
            out(examples)),
        Engine.attributes(),
        site.engine().cpu());
  }

  @Override
  public Made forward(int examples) {
    inner_product_forward.primitive_desc description = forwardDescription(examples);
    return new Made(new inner_product_forward(description), description);
  }

  @Override
  public Made backwardData(int examples) {
    inner_product_backward_data.primitive_desc description =
        new inner_product_backward_data.primitive_desc(
            new inner_product_backward_data.desc(
                in(examples), weights(memory.format_tag.any), out(examples)),
            Engine.attributes(),
            site.engine().cpu(),
            forwardDescription(examples));
    return new Made(new inner_product_backward_data(description), description);
  }

  @Override
  public Made backwardWeights(int examples) {
    inner_product_backward_weights.primitive_desc description =
        new inner_product_backward_weights.primitive_desc(
            new inner_product_backward_weights.desc(
                in(examples), weights(memory.format_tag.any), biases(), out(examples)),
            Engine.attributes(),
            site.engine().cpu(),
            forwardDescription(examples));
    return new Made(new inner_product_backward_weights(description), description);
  }
}
