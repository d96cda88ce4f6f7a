package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.Shape;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Operation;

/** y[i, j] = x[stride·i + rowOffset, stride·j + columnOffset], 0 beyond the edge. */
record SubsampleKernel(ReferenceBackend.Link link, Operation.Subsample operation)
    implements Kernel {
  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    for (int i = 0; i < y.length; i++) {
      int source = source(i);
      y[i] = source < 0 ? 0 : x[source];
    }
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      for (int i = 0; i < g.length; i++) {
        int source = source(i);
        if (source >= 0) {
          dx[source] += g[i];
        }
      }
    }
  }

  private int source(int index) {
    Shape in = link.in().shape();
    Shape out = link.out().shape();
    int column = index % out.width() * operation.stride() + operation.columnOffset();
    int row = index / out.width() % out.height() * operation.stride() + operation.rowOffset();
    int plane = index / out.area();
    boolean inside = row < in.height() && column < in.width();
    return inside ? (plane * in.height() + row) * in.width() + column : -1;
  }
}
