package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Backend;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.Runner;
import org.simplexity.kernel.execution.Schedule;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;

/** Single-precision buffers and kernels on oneDNN. */
public final class OneDnnBackend implements Backend {
  private final PointerScope scope = openScope();
  private final Arena arena = new Arena();
  private final Engine engine;
  private final Chunks chunks;
  private final Vectors vectors;
  private final Pass pass;
  private final Value input;
  private final float[] image;
  private final List<Context> contexts = new ArrayList<>();
  private final Fusion fusion;
  private final Storage storage;
  private final Map<Value, BatchMoments> moments = new HashMap<>();
  private final Map<Value, Restorable> restorable = new HashMap<>();
  private final int threads;

  /** Allocates the buffers of all values. */
  public OneDnnBackend(
      Network network, Schedule schedule, Chunks chunks, Vectors vectors, Pass pass, int threads) {
    this.engine = new Engine(arena);
    this.chunks = chunks;
    this.vectors = vectors;
    this.pass = pass;
    this.threads = threads;
    this.input = network.values().get(0);
    this.image = new float[input.shape().size()];
    this.fusion = new Fusion(network, vectors.hasStructurePerExample());
    this.storage = new Storage(network, schedule, fusion, chunks, arena, threads);
    Tiles.Needs needs = Tiles.needs(network);
    for (int worker = 0; worker < Math.min(threads, chunks.count()); worker++) {
      contexts.add(new Context(engine.newQueue(), new Tiles(needs)));
    }
  }

  /** Owns every native object made until {@link #seal}. */
  @SuppressWarnings("unchecked")
  private static PointerScope openScope() {
    return new PointerScope();
  }

  @Override
  public Kernel kernel(Task task) {
    Site site = new Site(task, this);
    Kernel kernel = KernelChoice.of(site);
    if (storage.isLocal(task.value())) {
      restorable.put(task.value(), new Restorable(site, kernel, contexts.size()));
    }
    return kernel;
  }

  /** Gives the workers their scratch memory; after the last kernel. */
  @Override
  public void seal() {
    contexts.forEach(context -> context.bind(arena));
    scope.extend();
    scope.close();
  }

  BatchMoments moments(Value value) {
    return moments.computeIfAbsent(
        value, absent -> new BatchMoments(absent, chunks, vectors, pass));
  }

  /** The value, by chunk. */
  Tensor[] data(Value value) {
    return storage.data(value);
  }

  /** The value's gradient, by chunk; empty if nothing depends on it. */
  Tensor[] gradients(Value value) {
    return storage.gradients(value);
  }

  Fusion fusion() {
    return fusion;
  }

  /** What computes a value again in backward passes, or null if it is kept. */
  @Nullable Restorable restorable(Value value) {
    return restorable.get(value);
  }

  /** The worker that works on a chunk. */
  int worker(int chunk) {
    return Runner.worker(chunk, chunks, threads);
  }

  Context context(int chunk) {
    return contexts.get(worker(chunk));
  }

  Engine engine() {
    return engine;
  }

  Chunks chunks() {
    return chunks;
  }

  Vectors vectors() {
    return vectors;
  }

  Pass pass() {
    return pass;
  }

  @Override
  public void loadImages(float[] images, int count) {
    int size = input.shape().size();
    for (int i = 0; i < count; i++) {
      int chunk = chunks.of(i);
      FloatBuffer to = data(input)[chunk].buffer();
      int at = (i - chunks.start(chunk)) * size;
      if (input.shape().channels() == 1) {
        to.put(at, images, i * size, size);
      } else {
        arrange(images, i * size);
        to.put(at, image, 0, size);
      }
    }
  }

  @Override
  public void loadImages(double[] images, int count) {
    float[] single = new float[count * input.shape().size()];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) images[i];
    }
    loadImages(single, count);
  }

  /** Brings an image, [channel][row][column], into the order [row][column][channel]. */
  private void arrange(float[] images, int from) {
    int channels = input.shape().channels();
    int area = input.shape().area();
    for (int c = 0; c < channels; c++) {
      for (int pixel = 0; pixel < area; pixel++) {
        image[pixel * channels + c] = images[from + c * area + pixel];
      }
    }
  }

  @Override
  public void read(Value vector, int chunk, double[] into) {
    Tensor tensor = data(vector)[chunk];
    for (int i = 0; i < tensor.length(); i++) {
      into[i] = tensor.buffer().get(i);
    }
  }

  @Override
  public void writeGradient(Value vector, int chunk, double[] from) {
    Tensor tensor = gradients(vector)[chunk];
    for (int i = 0; i < tensor.length(); i++) {
      tensor.buffer().put(i, (float) from[i]);
    }
  }

  @Override
  public void readImageGradient(int chunk, double[] into) {
    FloatBuffer gradient = gradients(input)[chunk].buffer();
    int channels = input.shape().channels();
    int area = input.shape().area();
    for (int i = 0; i < gradient.capacity(); i++) {
      int pixel = i / channels;
      int plane = pixel / area * channels + i % channels;
      into[plane * area + pixel % area] = gradient.get(i);
    }
  }

  @Override
  public void clearGradient(Value value, int chunk) {
    Tensor tensor = gradients(value)[chunk];
    Pointer.memset(tensor.address(), 0, (long) tensor.length() * Float.BYTES);
  }

  /** Frees all native memory. */
  @Override
  public void close() {
    scope.deallocate();
    arena.free();
  }
}
