package org.simplexity.method;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Precision;
import org.simplexity.method.distribution.StructureDistribution;
import org.simplexity.space.StructureLayout;

/**
 * Structure parameters with the distribution of γ that they stand for and their optimiser, in
 * double precision.
 */
public final class Structure {
  private final StructureLayout layout;
  private final SearchSettings settings;
  private final FlatVector alpha;
  private final FlatVector gradient;
  private final Optimisation optimisation;
  private StructureDistribution distribution;

  Structure(StructureLayout layout, SearchSettings settings, Seed seed) {
    this.layout = layout;
    this.settings = settings;
    this.distribution = distribution(1);
    int length = layout.groups() * distribution.parameters();
    this.alpha = FlatVector.zeros(length, Precision.DOUBLE);
    this.gradient = alpha.zerosLike();
    this.optimisation = new Optimisation(settings.structure(), settings.epochs(), alpha, gradient);
    RandomGenerator random = seed.generator();
    for (int i = 0; i < alpha.length(); i++) {
      alpha.set(i, settings.initialScale() * random.nextGaussian());
    }
  }

  private StructureDistribution distribution(int epoch) {
    return settings.relaxation().of(layout.operations().size(), epoch, settings.epochs());
  }

  /** Takes on the temperature of an epoch, counted from 1. */
  void begin(int epoch) {
    distribution = distribution(epoch);
  }

  /** Order of the structure vector. */
  public StructureLayout layout() {
    return layout;
  }

  /** A copy of the structure parameters, edge by edge. */
  public double[] alpha() {
    return alpha.toArray();
  }

  /** Distribution of γ of an edge in the current epoch. */
  StructureDistribution distribution() {
    return distribution;
  }

  /** The structure γ that stands for the distribution: its centre on every edge. */
  public double[] gamma() {
    double[] gamma = new double[layout.length()];
    int width = layout.operations().size();
    for (int e = 0; e < layout.groups(); e++) {
      System.arraycopy(distribution.centre(edge(e)), 0, gamma, e * width, width);
    }
    return gamma;
  }

  /** Mean entropy of an edge of {@link #gamma}, in nats, see {@link StructureEntropy}. */
  public double entropy() {
    int operations = layout.operations().size();
    return distribution.domain().isSimplex()
        ? StructureEntropy.mean(gamma(), operations)
        : StructureEntropy.meanOfCubes(gamma(), operations);
  }

  /** Parameters of one edge. */
  double[] edge(int number) {
    int width = distribution.parameters();
    return Arrays.copyOfRange(alpha(), number * width, (number + 1) * width);
  }

  /** Number of structure parameters. */
  int length() {
    return alpha.length();
  }

  /** A watch over all edges at its start. */
  EdgeWatch watch() {
    return new EdgeWatch(layout.groups(), layout.operations().size());
  }

  /** Draws of γ at given parameters for a pass of a plan: one, or one for each of its images. */
  DrawnStructure draws(double[] parameters, Plan plan, RandomGenerator random) {
    return DrawnStructure.of(distribution, parameters, copies(plan), random);
  }

  /** {@link #gamma} as often as a plan reads it: once, or once for each of its images. */
  double[] centreFor(Plan plan) {
    double[] gamma = gamma();
    double[] all = Arrays.copyOf(gamma, gamma.length * copies(plan));
    for (int start = gamma.length; start < all.length; start += gamma.length) {
      System.arraycopy(gamma, 0, all, start, gamma.length);
    }
    return all;
  }

  private int copies(Plan plan) {
    return plan.structure().length() / layout.length();
  }

  /** One step down a gradient with respect to the parameters; the epoch counts from 1. */
  void step(double[] parameterGradient, int epoch) {
    gradient.copyFrom(parameterGradient);
    optimisation.step(epoch);
  }

  /** Puts the parameters of an edge back to 0 and forgets how they moved. */
  void restart(int number) {
    int width = distribution.parameters();
    for (int i = number * width; i < (number + 1) * width; i++) {
      alpha.set(i, 0);
    }
    optimisation.forget(number * width, (number + 1) * width);
  }

  /** Sets all parameters. */
  void set(double[] parameters) {
    alpha.copyFrom(parameters);
  }

  void save(Map<String, double[]> arrays) {
    arrays.put("alpha", alpha());
    optimisation.save("structure", arrays);
  }

  void restore(MethodState state) {
    alpha.copyFrom(state.array("alpha"));
    optimisation.restore("structure", state);
  }
}
