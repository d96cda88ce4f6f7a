package org.simplexity.kernel.execution.nd4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Backend;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Head;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.graph.Operation;

/** Arrays and kernels of ND4J, on the device of the ND4J backend that is on the class path. */
public final class Nd4jBackend implements Backend {
  private final Device device;
  private final Chunks chunks;
  private final DeviceVectors vectors;
  private final Pass pass;
  private final Value input;
  private final Map<Value, Tensor> tensors = new HashMap<>();
  private final Map<Value, Channels> channels = new HashMap<>();

  /** Allocates the arrays of all values. */
  public Nd4jBackend(Network network, Chunks chunks, Vectors vectors, Pass pass) {
    this.vectors = new DeviceVectors(vectors);
    this.device = this.vectors.device();
    this.chunks = chunks;
    this.pass = pass;
    this.input = network.values().get(0);
    network.values().forEach(v -> tensors.put(v, new Tensor(device, v.shape(), chunks)));
  }

  @Override
  public Kernel kernel(Task task) {
    Operation operation = task.value().operation();
    if (operation instanceof Operation.Input || operation instanceof Operation.Zero) {
      return new ConstantKernel();
    }
    if (operation instanceof Operation.Mix mix) {
      return new LinearKernel(task, this::tensor, chunks, vectors, pass, mix.structure());
    }
    if (operation instanceof Operation.Sum) {
      return new LinearKernel(task, this::tensor, chunks, vectors, pass, null);
    }
    if (operation instanceof Operation.Concatenate) {
      return CopyKernel.concatenation(task, this::tensor, chunks);
    }
    if (operation instanceof Operation.Subsample subsample) {
      return CopyKernel.subsample(task, this::tensor, chunks, subsample);
    }
    return unary(task, link(task));
  }

  /** The loss of these logits, which counts with this weight. */
  public Head head(Value logits, double weight) {
    return new DeviceCrossEntropy(device, tensor(logits), weight, chunks, pass);
  }

  private Link link(Task task) {
    Tensor in = tensor(task.value().inputs().get(0));
    return new Link(device, chunks, in, task.uses().get(0), tensor(task.value()));
  }

  private Kernel unary(Task task, Link link) {
    Operation operation = task.value().operation();
    if (operation instanceof Operation.Convolve convolve) {
      return new FilterKernel(link, Filter.of(convolve, link.in().shape()), vectors, pass);
    }
    if (operation instanceof Operation.DepthwiseConvolve depthwise) {
      return new FilterKernel(link, Filter.of(depthwise, link.in().shape()), vectors, pass);
    }
    if (operation instanceof Operation.Dense dense) {
      return new FilterKernel(link, Filter.of(dense, link.in().shape()), vectors, pass);
    }
    if (operation instanceof Operation.Normalise) {
      return normalisation(task, link);
    }
    if (operation instanceof Operation.DropPath path) {
      return new DropPathKernel(link, path, pass);
    }
    return weightless(operation, link);
  }

  private Kernel normalisation(Task task, Link link) {
    Channels shared =
        channels.computeIfAbsent(task.value(), value -> new Channels(value, chunks, vectors, pass));
    return task.part() == Task.Part.STATISTICS
        ? new StatisticsKernel(link, shared)
        : new NormalisationKernel(link, shared);
  }

  private static Kernel weightless(Operation operation, Link link) {
    if (operation instanceof Operation.MaxPool pool) {
      return UnaryKernel.maximum(link, pool.settings().window());
    }
    if (operation instanceof Operation.AveragePool pool) {
      return UnaryKernel.average(link, pool.settings().window());
    }
    if (operation instanceof Operation.GlobalAveragePool) {
      return UnaryKernel.globalAverage(link);
    }
    if (operation instanceof Operation.Rectify) {
      return UnaryKernel.rectify(link);
    }
    throw new IllegalArgumentException("no ND4J kernel for " + operation);
  }

  private Tensor tensor(Value value) {
    Tensor tensor = tensors.get(value);
    if (tensor == null) {
      throw new IllegalArgumentException("value " + value.index() + " is not of this network");
    }
    return tensor;
  }

  /** Nothing is left open. */
  @Override
  public void seal() {}

  @Override
  public void loadImages(float[] images, int count) {
    int size = input.shape().size();
    for (int chunk = 0; chunk < chunks.count() && chunks.start(chunk) < count; chunk++) {
      int start = chunks.start(chunk);
      int end = Math.min(count, start + chunks.size(chunk));
      device.put(Arrays.copyOfRange(images, start * size, end * size), first(chunk, end - start));
    }
  }

  @Override
  public void loadImages(double[] images, int count) {
    int size = input.shape().size();
    for (int chunk = 0; chunk < chunks.count() && chunks.start(chunk) < count; chunk++) {
      int start = chunks.start(chunk);
      int end = Math.min(count, start + chunks.size(chunk));
      device.put(Arrays.copyOfRange(images, start * size, end * size), first(chunk, end - start));
    }
  }

  /** The array of a chunk's first images. */
  private INDArray first(int chunk, int count) {
    return tensor(input).data(chunk).get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
  }

  @Override
  public void read(Value vector, int chunk, double[] into) {
    double[] data = device.get(tensor(vector).data(chunk));
    System.arraycopy(data, 0, into, 0, data.length);
  }

  @Override
  public void writeGradient(Value vector, int chunk, double[] from) {
    INDArray gradient = tensor(vector).gradient(chunk);
    device.put(Arrays.copyOf(from, Math.toIntExact(gradient.length())), gradient);
  }

  @Override
  public void readImageGradient(int chunk, double[] into) {
    double[] gradient = device.get(tensor(input).gradient(chunk));
    System.arraycopy(gradient, 0, into, 0, gradient.length);
  }

  @Override
  public void clearGradient(Value value, int chunk) {
    tensor(value).gradient(chunk).assign(0);
  }

  @Override
  public void close() {
    device.close();
    tensors.clear();
    channels.clear();
  }
}
