package org.simplexity.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.execution.Activity;
import org.simplexity.kernel.execution.Backend;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.CrossEntropy;
import org.simplexity.kernel.execution.Head;
import org.simplexity.kernel.execution.ImageGradients;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.OpenHead;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.RestingKernel;
import org.simplexity.kernel.execution.Runner;
import org.simplexity.kernel.execution.Schedule;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.execution.nd4j.Nd4jBackend;
import org.simplexity.kernel.execution.onednn.OneDnnBackend;
import org.simplexity.kernel.execution.reference.ReferenceBackend;
import org.simplexity.kernel.graph.Operation;

/** Buffers, kernels and heads of a plan, and the passes through them. */
final class Execution implements AutoCloseable {
  private final Network network;
  private final Pass pass;
  private final Backend backend;
  private final Head head;
  private final @Nullable OpenHead open;
  private final @Nullable Head auxiliary;
  private final @Nullable ImageGradients images;
  private final Activity activity;
  private final Runner runner;

  Execution(Network network, PlanSettings settings, Engine engine, Vectors vectors, Pass pass) {
    this.network = network;
    this.pass = pass;
    this.activity = new Activity(network, vectors, pass);
    boolean whole = engine == Engine.ND4J && settings.chunk() == 0 && EngineChoice.cuda();
    Chunks chunks = Chunks.of(network, whole ? settings.withChunk(settings.batch()) : settings);
    Schedule schedule = new Schedule(network, settings.inputGradients());
    this.backend =
        switch (engine) {
          case ONEDNN ->
              new OneDnnBackend(network, schedule, chunks, vectors, pass, settings.threads());
          case ND4J -> new Nd4jBackend(network, chunks, vectors, pass);
          default -> new ReferenceBackend(network, chunks, vectors, pass);
        };
    this.open = network.hasLoss() ? null : new OpenHead(backend, network.logits(), chunks, pass);
    this.head = open == null ? head(network.logits(), 1, chunks) : open;
    this.auxiliary =
        network.auxiliaryLogits().map(z -> head(z, network.auxiliaryWeight(), chunks)).orElse(null);
    this.images =
        settings.inputGradients() ? new ImageGradients(network, backend, chunks, pass) : null;
    this.runner = new Runner(kernels(schedule), chunks, settings.threads());
    backend.seal();
  }

  private Head head(Value logits, double weight, Chunks chunks) {
    return backend instanceof Nd4jBackend device
        ? device.head(logits, weight)
        : new CrossEntropy(backend, logits, weight, chunks, pass);
  }

  private List<List<Kernel>> kernels(Schedule schedule) {
    List<List<Kernel>> phases = new ArrayList<>();
    for (List<Task> tasks : schedule.phases()) {
      phases.add(new ArrayList<>(tasks.stream().map(this::kernel).toList()));
    }
    List<Kernel> last = phases.get(phases.size() - 1);
    last.add(head);
    if (auxiliary != null) {
      network
          .auxiliaryLogits()
          .ifPresent(z -> last.add(new RestingKernel(auxiliary, z, activity, backend)));
    }
    return phases;
  }

  private Kernel kernel(Task task) {
    Kernel kernel =
        images != null && task.value().operation() instanceof Operation.Input
            ? images
            : backend.kernel(task);
    return new RestingKernel(kernel, task, activity, backend);
  }

  /** The backend, for images. */
  Backend backend() {
    return backend;
  }

  /** Takes the labels of the images. */
  void label(int[] labels, int count) {
    head.load(labels, count);
    if (auxiliary != null) {
      auxiliary.load(labels, count);
    }
  }

  /** One forward pass; {@code whole} lets no candidate of a mixture rest. */
  Outcome forward(Mode mode, boolean whole) {
    pass.begin(mode);
    activity.choose(mode, whole);
    runner.forward();
    Outcome outcome = head.outcome();
    return auxiliary == null || mode == Mode.EVALUATION
        ? outcome
        : outcome.plus(network.auxiliaryWeight(), auxiliary.outcome());
  }

  /** The backward pass of the last forward pass, for what the pass aims at. */
  void backward() {
    runner.backward();
  }

  /** Whether nothing rested in the last forward pass. */
  boolean isEverything() {
    return activity.isEverything();
  }

  /** Logits of the last forward pass. */
  double[] logits() {
    return head.logits();
  }

  /** The end that a gradient of the outputs is given to; empty if the network has a loss. */
  Optional<OpenHead> open() {
    return Optional.ofNullable(open);
  }

  /** Where the gradients of images go; empty if the plan has none. */
  Optional<ImageGradients> images() {
    return Optional.ofNullable(images);
  }

  @Override
  public void close() {
    runner.close();
    backend.close();
  }
}
