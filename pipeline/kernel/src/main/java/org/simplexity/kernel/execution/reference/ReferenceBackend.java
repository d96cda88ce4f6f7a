package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Backend;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Operation;

/** Double-precision buffers and kernels. */
public final class ReferenceBackend implements Backend {
  private final Chunks chunks;
  private final Vectors vectors;
  private final Pass pass;
  private final Value input;
  private final Map<Value, Buffer> buffers = new HashMap<>();
  private final Map<Value, BatchMoments> moments = new HashMap<>();

  /** Allocates the buffers of all values. */
  public ReferenceBackend(Network network, Chunks chunks, Vectors vectors, Pass pass) {
    this.chunks = chunks;
    this.vectors = vectors;
    this.pass = pass;
    this.input = network.values().get(0);
    network.values().forEach(value -> buffers.put(value, new Buffer(value.shape(), chunks)));
  }

  @Override
  public Kernel kernel(Task task) {
    Operation operation = task.value().operation();
    if (operation instanceof Operation.Normalise) {
      return normalisation(task);
    }
    Buffer out = buffer(task.value());
    if (operation instanceof Operation.Mix mix) {
      return linear(task, mix.structure());
    }
    if (operation instanceof Operation.Sum) {
      return linear(task, null);
    }
    if (operation instanceof Operation.Concatenate) {
      return new ConcatenationKernel(task, this::buffer);
    }
    if (operation instanceof Operation.Input || operation instanceof Operation.Zero) {
      return new ConstantKernel();
    }
    Link link = new Link(buffer(task.value().inputs().get(0)), task.uses().get(0), out);
    return unary(operation, link);
  }

  private Kernel linear(Task task, @Nullable Slice structure) {
    return new LinearKernel(task, this::buffer, chunks, vectors, pass, structure);
  }

  private Kernel unary(Operation operation, Link link) {
    if (operation instanceof Operation.Convolve convolve) {
      return new ConvolutionKernel(
          link, convolve.settings().window(), convolve.weight(), convolve.bias(), vectors, pass);
    }
    if (operation instanceof Operation.Dense dense) {
      return new DenseKernel(link, dense, vectors, pass);
    }
    if (operation instanceof Operation.DepthwiseConvolve depthwise) {
      return new DepthwiseKernel(
          link, depthwise.settings().window(), depthwise.weight(), vectors, pass);
    }
    if (operation instanceof Operation.DropPath path) {
      return new DropPathKernel(link, path, chunks, pass);
    }
    return weightless(operation, link);
  }

  private static Kernel weightless(Operation operation, Link link) {
    if (operation instanceof Operation.MaxPool pool) {
      return new MaxPoolKernel(link, pool.settings().window());
    }
    if (operation instanceof Operation.AveragePool pool) {
      return new AveragePoolKernel(link, pool.settings().window());
    }
    if (operation instanceof Operation.GlobalAveragePool) {
      return new GlobalAverageKernel(link);
    }
    if (operation instanceof Operation.Rectify) {
      return new RectifyKernel(link);
    }
    if (operation instanceof Operation.Subsample subsample) {
      return new SubsampleKernel(link, subsample);
    }
    throw new IllegalArgumentException("no reference kernel for " + operation);
  }

  private Kernel normalisation(Task task) {
    BatchMoments shared =
        moments.computeIfAbsent(
            task.value(), value -> new BatchMoments(value, chunks, vectors, pass));
    Link link =
        new Link(buffer(task.value().inputs().get(0)), task.uses().get(0), buffer(task.value()));
    return task.part() == Task.Part.STATISTICS
        ? new StatisticsKernel(link, shared)
        : new NormalisationKernel(link, shared);
  }

  private Buffer buffer(Value value) {
    Buffer buffer = buffers.get(value);
    if (buffer == null) {
      throw new IllegalArgumentException("value " + value.index() + " is not of this network");
    }
    return buffer;
  }

  /** Nothing is left open. */
  @Override
  public void seal() {}

  @Override
  public void loadImages(float[] images, int count) {
    double[] wide = new double[count * input.shape().size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = images[i];
    }
    loadImages(wide, count);
  }

  @Override
  public void loadImages(double[] images, int count) {
    int size = input.shape().size();
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      int start = chunks.start(chunk);
      int valid = Math.max(0, Math.min(chunks.size(chunk), count - start));
      System.arraycopy(
          images, Math.min(start, count) * size, buffer(input).data(chunk), 0, valid * size);
    }
  }

  @Override
  public void read(Value vector, int chunk, double[] into) {
    double[] data = buffer(vector).data(chunk);
    System.arraycopy(data, 0, into, 0, data.length);
  }

  @Override
  public void writeGradient(Value vector, int chunk, double[] from) {
    double[] gradient = buffer(vector).gradient(chunk);
    System.arraycopy(from, 0, gradient, 0, gradient.length);
  }

  @Override
  public void readImageGradient(int chunk, double[] into) {
    double[] gradient = buffer(input).gradient(chunk);
    System.arraycopy(gradient, 0, into, 0, gradient.length);
  }

  @Override
  public void clearGradient(Value value, int chunk) {
    Arrays.fill(buffer(value).gradient(chunk), 0);
  }

  /** Nothing to free. */
  @Override
  public void close() {
    buffers.clear();
  }

  /** An input buffer, what to do with its gradient, and the output buffer of a kernel. */
  record Link(Buffer in, GradientUse use, Buffer out) {

    /** Clears the input's gradient if this kernel is the first to contribute. */
    double[] openGradient(int chunk) {
      double[] gradient = in.gradient(chunk);
      if (use == GradientUse.SET) {
        Arrays.fill(gradient, 0);
      }
      return gradient;
    }

    boolean wantsGradient() {
      return use != GradientUse.NONE;
    }
  }
}
