package org.simplexity.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.execution.Activity;
import org.simplexity.kernel.execution.Backend;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.CrossEntropy;
import org.simplexity.kernel.execution.Head;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.PathFactors;
import org.simplexity.kernel.execution.RestingKernel;
import org.simplexity.kernel.execution.Runner;
import org.simplexity.kernel.execution.Schedule;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.execution.nd4j.Device;
import org.simplexity.kernel.execution.nd4j.Nd4jBackend;
import org.simplexity.kernel.execution.onednn.OneDnnBackend;
import org.simplexity.kernel.execution.reference.ReferenceBackend;

/**
 * A compiled network: (w, γ, batch) to (loss, ∂loss/∂w, ∂loss/∂γ) on preallocated buffers.
 *
 * <p>The same w, γ, statistics and batch give the same bits, on any number of threads. Nothing is
 * allocated in a pass. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * try (Plan plan = Plan.compile(network, PlanSettings.defaults(64))) {
 *   plan.parameters().copyFrom(network.initialParameters(random));
 *   plan.statistics().copyFrom(network.initialStatistics());
 *   plan.load(images, labels, 64);
 *   Outcome outcome = plan.gradients(GradientTarget.WEIGHTS);
 * }
 * }</pre>
 */
public final class Plan implements AutoCloseable {
  private final Network network;
  private final PlanSettings settings;
  private final Vectors vectors;
  private final PathFactors paths;
  private final Pass pass;
  private final Backend backend;
  private final Head head;
  private final @Nullable Head auxiliary;
  private final Activity activity;
  private final Runner runner;

  private Plan(Network network, PlanSettings settings) {
    this.network = network;
    this.settings = settings;
    this.paths = new PathFactors(network, settings.batch());
    this.pass = new Pass(paths);
    Engine engine = EngineChoice.of(settings);
    this.vectors =
        engine == Engine.ND4J
            ? Vectors.on(new Device(settings.precision()), network)
            : Vectors.of(network, settings.precision());
    this.activity = new Activity(network, vectors.structure());
    boolean whole = engine == Engine.ND4J && settings.chunk() == 0 && EngineChoice.cuda();
    Chunks chunks = Chunks.of(network, whole ? settings.withChunk(settings.batch()) : settings);
    Schedule schedule = new Schedule(network);
    this.backend = backend(engine, schedule, chunks);
    this.head = head(network.logits(), 1, chunks);
    this.auxiliary =
        network.auxiliaryLogits().map(z -> head(z, network.auxiliaryWeight(), chunks)).orElse(null);
    this.runner = new Runner(kernels(schedule), chunks, settings.threads());
    backend.seal();
  }

  private Backend backend(Engine engine, Schedule schedule, Chunks chunks) {
    if (engine == Engine.ONEDNN) {
      return new OneDnnBackend(network, schedule, chunks, vectors, pass, settings.threads());
    }
    return engine == Engine.ND4J
        ? new Nd4jBackend(network, chunks, vectors, pass)
        : new ReferenceBackend(network, chunks, vectors, pass);
  }

  private Head head(Value logits, double weight, Chunks chunks) {
    return backend instanceof Nd4jBackend device
        ? device.head(logits, weight)
        : new CrossEntropy(backend, logits, weight, chunks, pass);
  }

  /**
   * Allocates all buffers and kernels of a network.
   *
   * <p>Prepares the {@link NativeEnvironment} too: with OpenMP's defaults every native call waits
   * for spinning threads and takes milliseconds instead of microseconds.
   *
   * @throws IllegalArgumentException if the engine lacks the precision
   */
  public static Plan compile(Network network, PlanSettings settings) {
    NativeEnvironment.prepare();
    return new Plan(network, settings);
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
    return new RestingKernel(backend.kernel(task), task, activity, backend);
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** The settings. */
  public PlanSettings settings() {
    return settings;
  }

  /** w; zero at first. */
  public FlatVector parameters() {
    return vectors.parameters();
  }

  /** ∂loss/∂w of the last {@link #gradients} that asked for it. */
  public FlatVector parameterGradients() {
    return vectors.parameterGradients();
  }

  /** γ; zero at first. */
  public FlatVector structure() {
    return vectors.structure();
  }

  /** ∂loss/∂γ of the last {@link #gradients} that asked for it. */
  public FlatVector structureGradients() {
    return vectors.structureGradients();
  }

  /** Running means and variances; zero at first, which no network should be evaluated with. */
  public FlatVector statistics() {
    return vectors.statistics();
  }

  /**
   * Takes a batch.
   *
   * @param images [example][channel][row][column], at least {@code count} examples
   * @param labels classes from 0, at least {@code count}
   * @param count examples, from 1 to the plan's batch
   * @throws IllegalArgumentException if counts, lengths or labels do not fit
   */
  public void load(float[] images, int[] labels, int count) {
    check(images.length, labels, count);
    label(labels, count);
    backend.loadImages(images, count);
    pass.load(count);
  }

  private void label(int[] labels, int count) {
    head.load(labels, count);
    if (auxiliary != null) {
      auxiliary.load(labels, count);
    }
  }

  /** Takes a batch in double precision; see {@link #load(float[], int[], int)}. */
  public void load(double[] images, int[] labels, int count) {
    check(images.length, labels, count);
    label(labels, count);
    backend.loadImages(images, count);
    pass.load(count);
  }

  private void check(int images, int[] labels, int count) {
    if (count < 1 || count > settings.batch()) {
      throw new IllegalArgumentException(
          "count %d must lie in 1..%d, the plan's batch".formatted(count, settings.batch()));
    }
    long needed = (long) count * network.input().size();
    if (images < needed || labels.length < count) {
      throw new IllegalArgumentException(
          "%d examples of %s need %d pixels and %d labels, not %d and %d"
              .formatted(count, network.input(), needed, count, images, labels.length));
    }
  }

  /**
   * Draws the factors of all drop-paths, one a value and example: 0 with the probability p, else 1
   * / (1 − p). They hold for every pass in training mode until they are drawn again; at first all
   * are 1.
   *
   * @param random where they come from; the same generator gives the same factors
   * @param probability p
   * @throws IllegalArgumentException if p does not lie in [0, 1)
   */
  public void drawPaths(RandomGenerator random, double probability) {
    paths.draw(random, probability);
  }

  /**
   * The loss on the loaded batch.
   *
   * @throws IllegalStateException if nothing is loaded, or a part of a batch in training mode
   */
  public Outcome forward(Mode mode) {
    return forward(mode, false);
  }

  private Outcome forward(Mode mode, boolean whole) {
    if (pass.examples() == 0) {
      throw new IllegalStateException("no batch is loaded");
    }
    if (mode == Mode.TRAINING && pass.examples() != settings.batch()) {
      throw new IllegalStateException(
          "training mode needs the whole batch of %d examples, %d are loaded"
              .formatted(settings.batch(), pass.examples()));
    }
    pass.begin(mode);
    activity.choose(mode, whole);
    runner.forward();
    Outcome outcome = head.outcome();
    return auxiliary == null || mode == Mode.EVALUATION
        ? outcome
        : outcome.plus(network.auxiliaryWeight(), auxiliary.outcome());
  }

  /**
   * The loss on the loaded batch in training mode and its gradients, which replace the earlier
   * ones. Without ∂γ, operations whose every γ is exactly 0 are not run.
   *
   * @param target which gradients; the other vector stays as it is
   */
  public Outcome gradients(GradientTarget target) {
    Outcome outcome = forward(Mode.TRAINING, target.structure());
    pass.aim(target);
    if (target.weights() && !activity.isEverything()) {
      vectors.parameterGradients().fill(0);
    }
    if (target.structure()) {
      vectors.structureGradients().fill(0);
    }
    runner.backward();
    return outcome;
  }

  /** Logits of the last forward pass, [example][class], copied. */
  public double[] logits() {
    return head.logits();
  }

  /** Ends the worker threads and frees the buffers; the flat vectors stay usable. */
  @Override
  public void close() {
    runner.close();
    backend.close();
  }
}
