package org.simplexity.kernel.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs kernels phase by phase: chunk-major within a phase, sums over chunks at its end. */
public final class Runner implements AutoCloseable {
  private final List<Kernel[]> phases = new ArrayList<>();
  private final Kernel[] all;
  private final Chunks chunks;
  private final Workers workers;
  private final List<IntConsumer> forward = new ArrayList<>();
  private final List<IntConsumer> forwardEnds = new ArrayList<>();
  private final List<IntConsumer> backward = new ArrayList<>();
  private final List<IntConsumer> backwardEnds = new ArrayList<>();
  private final IntConsumer preparation;

  /** Compiles the jobs of every phase; {@code phases} as in {@link Schedule#phases}. */
  public Runner(List<List<Kernel>> phases, Chunks chunks, int threads) {
    this.chunks = chunks;
    this.workers = new Workers(Math.min(threads, chunks.count()));
    phases.forEach(kernels -> this.phases.add(kernels.toArray(new Kernel[0])));
    this.all = phases.stream().flatMap(List::stream).toArray(Kernel[]::new);
    this.preparation = shared(all, Kernel::prepare);
    for (Kernel[] kernels : this.phases) {
      forward.add(perChunk(kernels, false));
      forwardEnds.add(shared(kernels, Kernel::combineForward));
      backward.add(perChunk(kernels, true));
      backwardEnds.add(shared(kernels, Kernel::combineBackward));
    }
  }

  /** One forward pass. */
  public void forward() {
    workers.run(preparation);
    for (int phase = 0; phase < phases.size(); phase++) {
      workers.run(forward.get(phase));
      workers.run(forwardEnds.get(phase));
    }
  }

  /** One backward pass after a forward pass. */
  public void backward() {
    for (int phase = phases.size() - 1; phase >= 0; phase--) {
      workers.run(backward.get(phase));
      workers.run(backwardEnds.get(phase));
    }
    for (Kernel kernel : all) {
      kernel.finish();
    }
  }

  /** The worker that always works on this chunk, of {@code threads}. */
  public static int worker(int chunk, Chunks chunks, int threads) {
    return chunk % Math.min(threads, chunks.count());
  }

  private IntConsumer perChunk(Kernel[] kernels, boolean reversed) {
    return member -> {
      for (int chunk = member; chunk < chunks.count(); chunk += workers.members()) {
        for (int i = 0; i < kernels.length; i++) {
          if (reversed) {
            kernels[kernels.length - 1 - i].backward(chunk);
          } else {
            kernels[i].forward(chunk);
          }
        }
      }
    };
  }

  private interface Step {
    void of(Kernel kernel);
  }

  private IntConsumer shared(Kernel[] kernels, Step step) {
    return member -> {
      for (int i = member; i < kernels.length; i += workers.members()) {
        step.of(kernels[i]);
      }
    };
  }

  @Override
  public void close() {
    workers.close();
  }
}
