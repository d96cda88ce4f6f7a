package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.GradientUse;

/** One summand c x of a {@link LinearKernel} in one chunk. */
final class Term {
  private final int index;
  private final GradientUse use;
  private final INDArray gradient;
  private final List<Call> set = new ArrayList<>();
  private final List<Call> add = new ArrayList<>();
  private final List<Call> measure = new ArrayList<>();
  private final List<Call> backward = new ArrayList<>();

  /**
   * The {@code index}-th summand.
   *
   * @param x its value, or null if that is 0
   * @param gradient gradient of x
   * @param use what to do with it
   */
  Term(Site site, int index, @Nullable INDArray x, INDArray gradient, GradientUse use) {
    this.index = index;
    this.use = use;
    this.gradient = gradient;
    Mixture mixture = site.mixture();
    INDArray c = mixture == null ? site.device().constant(1) : mixture.coefficient(index);
    compileBackward(site, c);
    if (x != null) {
      compileForward(site, x, c);
      compileMeasure(site, x);
    }
  }

  private void compileForward(Site site, INDArray x, INDArray c) {
    Device device = site.device();
    set.add(device.binary("multiply", x, c, site.y()));
    INDArray share = x;
    if (site.mixture() != null) {
      share = site.scratch();
      add.add(device.binary("multiply", x, c, share));
    }
    add.add(device.binary("add", site.y(), share, site.y()));
  }

  private void compileMeasure(Site site, INDArray x) {
    Mixture mixture = site.mixture();
    if (mixture != null) {
      Device device = site.device();
      measure.add(device.binary("multiply", site.g(), x, site.scratch()));
      long length = x.length() / mixture.rows();
      INDArray rows = site.scratch().reshape('c', true, mixture.rows(), length);
      measure.add(
          device.call(
              "reduce_sum", List.of(rows), List.of(mixture.product(index)), new long[] {1}));
    }
  }

  private void compileBackward(Site site, INDArray c) {
    Device device = site.device();
    if (use == GradientUse.SET) {
      backward.add(device.binary("multiply", site.g(), c, gradient));
    } else if (use == GradientUse.ADD) {
      backward.add(device.binary("multiply", site.g(), c, site.scratch()));
      backward.add(device.binary("add", gradient, site.scratch(), gradient));
    }
  }

  int index() {
    return index;
  }

  /** Sets or adds the summand; whether there is one. */
  boolean forward(boolean first) {
    List<Call> calls = first ? set : add;
    calls.forEach(Call::run);
    return !calls.isEmpty();
  }

  /** ⟨g, x⟩, left in the products. */
  void measure() {
    measure.forEach(Call::run);
  }

  /** ∂x = c g; nothing or 0 if c is known to be 0. */
  void backward(boolean rests) {
    if (!rests) {
      backward.forEach(Call::run);
    } else if (use == GradientUse.SET) {
      gradient.assign(0);
    }
  }
}
