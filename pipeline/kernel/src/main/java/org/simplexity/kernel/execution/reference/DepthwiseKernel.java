package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Window;

/** y[c] = w[c] ⋆ x[c] for every channel. */
final class DepthwiseKernel implements Kernel {
  private final ReferenceBackend.Link link;
  private final Slice weight;
  private final Vectors vectors;
  private final Pass pass;
  private final Taps taps;
  private final int area;
  private final WeightGradients weights;

  DepthwiseKernel(
      ReferenceBackend.Link link, Window window, Slice weight, Vectors vectors, Pass pass) {
    this.link = link;
    this.weight = weight;
    this.vectors = vectors;
    this.pass = pass;
    this.taps = new Taps(window, link.in().shape(), link.out().shape());
    this.area = window.kernel() * window.kernel();
    this.weights = new WeightGradients(link.out().chunks(), weight);
  }

  private interface Plane {
    void of(int from, int to, int kernel);
  }

  private void forEachPlane(int chunk, Plane visitor) {
    for (int plane = 0; plane < link.out().planes(chunk); plane++) {
      visitor.of(
          plane * link.in().shape().area(),
          plane * link.out().shape().area(),
          plane % link.out().shape().channels() * area);
    }
  }

  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    Arrays.fill(y, 0);
    forEachPlane(
        chunk,
        (from, to, kernel) ->
            taps.forEach(
                (output, input, tap) -> y[to + output] += x[from + input] * weight(kernel + tap)));
  }

  private double weight(int index) {
    return vectors.parameters().get(weight.offset() + index);
  }

  @Override
  public void backward(int chunk) {
    double[] g = link.out().gradient(chunk);
    if (link.wantsGradient()) {
      double[] dx = link.openGradient(chunk);
      forEachPlane(
          chunk,
          (from, to, kernel) ->
              taps.forEach(
                  (output, input, tap) ->
                      dx[from + input] += g[to + output] * weight(kernel + tap)));
    }
    if (pass.wantsWeights()) {
      double[] x = link.in().data(chunk);
      double[] dw = weights.open(chunk);
      forEachPlane(
          chunk,
          (from, to, kernel) ->
              taps.forEach(
                  (output, input, tap) -> dw[kernel + tap] += g[to + output] * x[from + input]));
    }
  }

  @Override
  public void combineBackward() {
    if (pass.wantsWeights()) {
      weights.write(weight, vectors.parameterGradients());
    }
  }
}
