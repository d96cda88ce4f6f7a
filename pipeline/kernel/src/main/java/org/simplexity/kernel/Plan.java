package org.simplexity.kernel;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.execution.ImageGradients;
import org.simplexity.kernel.execution.OpenHead;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.execution.PathFactors;
import org.simplexity.kernel.execution.Vectors;
import org.simplexity.kernel.execution.nd4j.Device;

/**
 * A compiled network: (w, γ, batch) to (loss, ∂loss/∂w, ∂loss/∂γ) on preallocated buffers, and to
 * (loss, ∂loss/∂x) with respect to the images x where the settings ask for it. Of a network without
 * a loss it gives the outputs, and takes their gradient back to w, γ and x.
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
  private final Execution execution;

  private Plan(Network network, PlanSettings settings) {
    this.network = network;
    this.settings = settings;
    this.paths = new PathFactors(network, settings.batch());
    this.pass = new Pass(paths);
    Engine engine = EngineChoice.of(settings);
    this.vectors =
        engine == Engine.ND4J
            ? Vectors.on(new Device(settings.precision()), network, settings.structureRows())
            : Vectors.of(network, settings.precision(), settings.structureRows());
    this.execution = new Execution(network, settings, engine, vectors, pass);
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

  /**
   * γ; zero at first. In a plan with {@linkplain PlanSettings#structurePerExample structure per
   * example} [example][coordinate]: example n of the loaded batch is mixed with coordinates n L to
   * (n + 1) L − 1, L the length of the network's structure; those beyond the loaded examples are
   * not read.
   */
  public FlatVector structure() {
    return vectors.structure();
  }

  /** ∂loss/∂γ of the last {@link #gradients} that asked for it, laid out as γ. */
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
    execution.label(labels, count);
    execution.backend().loadImages(images, count);
    pass.load(count);
  }

  /** Takes a batch in double precision; see {@link #load(float[], int[], int)}. */
  public void load(double[] images, int[] labels, int count) {
    check(images.length, labels, count);
    execution.label(labels, count);
    execution.backend().loadImages(images, count);
    pass.load(count);
  }

  /**
   * Takes a batch without labels, for a network without a loss.
   *
   * @param images [example][channel][row][column], at least {@code count} examples
   * @param count examples, from 1 to the plan's batch
   * @throws IllegalArgumentException if count or length do not fit
   * @throws IllegalStateException if the network has a loss, which needs labels
   */
  public void load(float[] images, int count) {
    open();
    check(images.length, count);
    execution.backend().loadImages(images, count);
    pass.load(count);
  }

  /** Takes a batch in double precision; see {@link #load(float[], int)}. */
  public void load(double[] images, int count) {
    open();
    check(images.length, count);
    execution.backend().loadImages(images, count);
    pass.load(count);
  }

  private void check(int images, int count) {
    check(images, new int[Math.max(0, count)], count);
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
    return execution.forward(mode, whole);
  }

  /**
   * The loss on the loaded batch in training mode and its gradients, which replace the earlier
   * ones. Without ∂γ, operations whose every γ is exactly 0, for every example, are not run.
   *
   * @param target which gradients; the other vector stays as it is
   */
  public Outcome gradients(GradientTarget target) {
    Outcome outcome = forward(Mode.TRAINING, target.structure());
    pass.aim(target);
    if (target.weights() && !execution.isEverything()) {
      vectors.parameterGradients().fill(0);
    }
    if (target.structure()) {
      vectors.structureGradients().fill(0);
    }
    execution.backward();
    return outcome;
  }

  /**
   * The loss on the loaded batch in evaluation mode, whole or not, and its gradient ∂loss/∂x with
   * respect to the images x as {@link #gradientOfImages} gives it: running statistics are
   * constants, no path is dropped, no auxiliary head counts. For attacks such as x + ε
   * sign(∂loss/∂x), the fast gradient sign method (Goodfellow, Shlens and Szegedy 2015, §4). Other
   * gradients stay as they are.
   *
   * @throws IllegalStateException if the plan was not compiled for it, or nothing is loaded
   */
  public Outcome inputGradients() {
    ImageGradients images = images();
    Outcome outcome = forward(Mode.EVALUATION, false);
    pass.aimAtImages();
    images.clear();
    execution.backward();
    return outcome;
  }

  /**
   * ∂loss/∂x of the last {@link #inputGradients} or {@link #pullback}, a copy,
   * [example][channel][row][column] for the examples of that pass; where the loss is a mean over
   * them, an example's own gradient is the number of examples times its part. Empty before the
   * first.
   *
   * @throws IllegalStateException if the plan was not compiled for it
   */
  public double[] gradientOfImages() {
    return images().toArray();
  }

  private ImageGradients images() {
    return execution
        .images()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "inputGradients false must be true in the plan's settings for gradients of"
                        + " images"));
  }

  /**
   * The outputs of a network without a loss on the loaded batch, a copy, [example][output].
   *
   * @throws IllegalStateException if the network has a loss, nothing is loaded, or a part of a
   *     batch in training mode
   */
  public double[] outputs(Mode mode) {
    open();
    forward(mode, true);
    return execution.logits();
  }

  /**
   * Takes the gradient of the outputs of the last {@link #outputs} back. In training mode ∂loss/∂w
   * = Σ ∂loss/∂z ∂z/∂w and ∂loss/∂γ replace the earlier ones, and {@link #gradientOfImages} gives Σ
   * ∂loss/∂z ∂z/∂x if the plan was compiled for it; in evaluation mode only the last, with running
   * statistics as constants.
   *
   * @param gradient ∂loss/∂z of the outputs z, [example][output]
   * @throws IllegalArgumentException if the length does not fit
   * @throws IllegalStateException if the network has a loss, or the pass was in evaluation mode and
   *     the plan was not compiled for gradients of images
   */
  public void pullback(double[] gradient) {
    open().give(gradient);
    if (pass.mode() == Mode.EVALUATION) {
      images();
      pass.aimAtImages();
    } else {
      pass.aimAtEverything(execution.images().isPresent());
      vectors.parameterGradients().fill(0);
      vectors.structureGradients().fill(0);
    }
    execution.images().ifPresent(ImageGradients::clear);
    execution.backward();
  }

  private OpenHead open() {
    return execution
        .open()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the network has a loss of its own, so its outputs have no gradient but that"
                        + " loss's; buildMap makes a network without"));
  }

  /** Logits of the last forward pass, [example][class], copied. */
  public double[] logits() {
    return execution.logits();
  }

  /** Ends the worker threads and frees the buffers; the flat vectors stay usable. */
  @Override
  public void close() {
    execution.close();
  }
}
