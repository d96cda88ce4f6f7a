package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Operation;

/** y = W x + b over the flattened input. */
final class DenseKernel implements Kernel {
  private final ReferenceBackend.Link link;
  private final Operation.Dense operation;
  private final Vectors vectors;
  private final Pass pass;
  private final int ins;
  private final int outs;
  private final WeightGradients weights;
  private final WeightGradients biases;

  DenseKernel(ReferenceBackend.Link link, Operation.Dense operation, Vectors vectors, Pass pass) {
    this.link = link;
    this.operation = operation;
    this.vectors = vectors;
    this.pass = pass;
    this.ins = link.in().shape().size();
    this.outs = link.out().shape().size();
    this.weights = new WeightGradients(link.out().chunks(), operation.weight());
    this.biases = new WeightGradients(link.out().chunks(), operation.bias());
  }

  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    FlatVector w = vectors.parameters();
    for (int k = 0; k < y.length; k++) {
      double sum = w.get(operation.bias().offset() + k % outs);
      for (int i = 0; i < ins; i++) {
        sum += w.get(operation.weight().offset() + k % outs * ins + i) * x[k / outs * ins + i];
      }
      y[k] = sum;
    }
  }

  @Override
  public void backward(int chunk) {
    double[] g = link.out().gradient(chunk);
    if (link.wantsGradient()) {
      inputGradient(g, link.openGradient(chunk));
    }
    if (pass.wantsWeights()) {
      weightGradient(g, link.in().data(chunk), chunk);
    }
  }

  private void inputGradient(double[] g, double[] dx) {
    FlatVector w = vectors.parameters();
    for (int k = 0; k < g.length; k++) {
      for (int i = 0; i < ins; i++) {
        dx[k / outs * ins + i] += g[k] * w.get(operation.weight().offset() + k % outs * ins + i);
      }
    }
  }

  private void weightGradient(double[] g, double[] x, int chunk) {
    double[] dw = weights.open(chunk);
    double[] db = biases.open(chunk);
    for (int k = 0; k < g.length; k++) {
      db[k % outs] += g[k];
      for (int i = 0; i < ins; i++) {
        dw[k % outs * ins + i] += g[k] * x[k / outs * ins + i];
      }
    }
  }

  @Override
  public void combineBackward() {
    if (pass.wantsWeights()) {
      weights.write(operation.weight(), vectors.parameterGradients());
      biases.write(operation.bias(), vectors.parameterGradients());
    }
  }
}
