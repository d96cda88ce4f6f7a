package org.simplexity.kernel.execution.reference;

import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Window;

/** y[o] = b[o] + Σ_i w[o, i] ⋆ x[i], a cross-correlation. */
final class ConvolutionKernel implements Kernel {
  private final ReferenceBackend.Link link;
  private final Slice weight;
  private final @Nullable Slice bias;
  private final Vectors vectors;
  private final Pass pass;
  private final Taps taps;
  private final int area;
  private final WeightGradients weights;
  private final WeightGradients biases;

  ConvolutionKernel(
      ReferenceBackend.Link link,
      Window window,
      Slice weight,
      @Nullable Slice bias,
      Vectors vectors,
      Pass pass) {
    this.link = link;
    this.weight = weight;
    this.bias = bias;
    this.vectors = vectors;
    this.pass = pass;
    this.taps = new Taps(window, link.in().shape(), link.out().shape());
    this.area = window.kernel() * window.kernel();
    this.weights = new WeightGradients(link.out().chunks(), weight);
    this.biases = new WeightGradients(link.out().chunks(), bias);
  }

  private interface Pair {
    void of(int from, int to, int kernel);
  }

  /** All pairs of an input plane and an output plane of one example. */
  private void forEachPair(int chunk, Pair pair) {
    int ins = link.in().shape().channels();
    int outs = link.out().shape().channels();
    for (int plane = 0; plane < link.out().planes(chunk); plane++) {
      for (int i = 0; i < ins; i++) {
        int from = (plane / outs * ins + i) * link.in().shape().area();
        int kernel = (plane % outs * ins + i) * area;
        pair.of(from, plane * link.out().shape().area(), kernel);
      }
    }
  }

  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    addBias(y);
    forEachPair(
        chunk,
        (from, to, kernel) ->
            taps.forEach(
                (output, input, tap) -> y[to + output] += x[from + input] * weight(kernel + tap)));
  }

  private void addBias(double[] y) {
    for (int i = 0; i < y.length; i++) {
      int channel = i / link.out().shape().area() % link.out().shape().channels();
      y[i] = bias == null ? 0 : vectors.parameters().get(bias.offset() + channel);
    }
  }

  private double weight(int index) {
    return vectors.parameters().get(weight.offset() + index);
  }

  @Override
  public void backward(int chunk) {
    double[] g = link.out().gradient(chunk);
    if (link.wantsGradient()) {
      double[] dx = link.openGradient(chunk);
      forEachPair(
          chunk,
          (from, to, kernel) ->
              taps.forEach(
                  (output, input, tap) ->
                      dx[from + input] += g[to + output] * weight(kernel + tap)));
    }
    if (pass.wantsWeights()) {
      weightGradients(chunk, g);
    }
  }

  private void weightGradients(int chunk, double[] g) {
    double[] x = link.in().data(chunk);
    double[] dw = weights.open(chunk);
    forEachPair(
        chunk,
        (from, to, kernel) ->
            taps.forEach(
                (output, input, tap) -> dw[kernel + tap] += g[to + output] * x[from + input]));
    double[] db = biases.open(chunk);
    for (int i = 0; i < g.length && bias != null; i++) {
      db[i / link.out().shape().area() % db.length] += g[i];
    }
  }

  @Override
  public void combineBackward() {
    if (pass.wantsWeights()) {
      weights.write(weight, vectors.parameterGradients());
      biases.write(bias, vectors.parameterGradients());
    }
  }
}
