package org.simplexity.method;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Sees edges that have stuck and does what the settings say about them. */
final class Escape {
  private final EscapeSettings settings;
  private final Structure structure;
  private final int epochs;
  private final double[] restarts;
  private final List<Double> eigenvalues = new ArrayList<>();
  private final Deque<double[]> history = new ArrayDeque<>();
  private boolean frozen;

  Escape(EscapeSettings settings, Structure structure, int epochs) {
    this.settings = settings;
    this.structure = structure;
    this.epochs = epochs;
    this.restarts = new double[structure.layout().groups()];
  }

  /** Whether the structure moves no more. */
  boolean frozen() {
    return frozen;
  }

  /**
   * The structure parameters under which the weights are trained in an epoch: perturbed if that is
   * the remedy.
   */
  double[] forWeights(int epoch, RandomGenerator random) {
    double[] theta = structure.alpha();
    if (settings.remedy() == EscapeRemedy.PERTURBATION && epochs > 1) {
      double reach = settings.perturbation() * (epoch - 1) / (epochs - 1);
      for (int i = 0; i < theta.length; i++) {
        theta[i] += reach * (2 * random.nextDouble() - 1);
      }
    }
    return theta;
  }

  /**
   * Looks at an epoch, counted from 1, that is over, and acts.
   *
   * @param watch what was seen in it
   * @param eigenvalue dominant eigenvalue, where it was estimated
   */
  StructureDiagnosis after(int epoch, EdgeWatch watch, OptionalDouble eigenvalue) {
    double norm = 0;
    double gap = 0;
    int stuck = 0;
    int restarted = 0;
    for (int edge = 0; edge < watch.edges(); edge++) {
      norm += watch.norm(edge) / watch.edges();
      gap += watch.gap(edge) / watch.edges();
      if (isStuck(edge, watch)) {
        stuck++;
        restarted += restart(epoch, edge) ? 1 : 0;
      }
    }
    eigenvalue.ifPresent(this::remember);
    return new StructureDiagnosis(norm, gap, stuck, restarted, frozen, eigenvalue);
  }

  private boolean isStuck(int edge, EdgeWatch watch) {
    double[] gamma = structure.distribution().centre(structure.edge(edge));
    return Arrays.stream(gamma).max().orElse(0) > settings.vertex()
        && watch.gap(edge) > settings.gap();
  }

  private boolean restart(int epoch, int edge) {
    if (settings.remedy() != EscapeRemedy.RESTART
        || epoch > epochs - settings.settle()
        || restarts[edge] >= settings.restarts()) {
      return false;
    }
    restarts[edge]++;
    structure.restart(edge);
    return true;
  }

  private void remember(double eigenvalue) {
    eigenvalues.add(eigenvalue);
    history.addLast(structure.alpha());
    int window = settings.window();
    if (history.size() > window + 1) {
      history.removeFirst();
    }
    int now = eigenvalues.size();
    if (settings.remedy() == EscapeRemedy.EARLY_STOP && !frozen && now >= 2 * window) {
      double last = mean(now - window, now);
      double before = mean(now - 2 * window, now - window);
      if (before / last < settings.ratio()) {
        frozen = true;
        structure.set(history.getFirst());
      }
    }
  }

  private double mean(int start, int end) {
    return eigenvalues.subList(start, end).stream().mapToDouble(v -> v).average().orElseThrow();
  }

  void save(Map<String, double[]> arrays) {
    arrays.put("escape.restarts", restarts.clone());
    arrays.put("escape.frozen", new double[] {frozen ? 1 : 0});
    arrays.put("escape.eigenvalues", eigenvalues.stream().mapToDouble(v -> v).toArray());
    arrays.put("escape.history", history.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  void restore(MethodState state) {
    System.arraycopy(state.array("escape.restarts"), 0, restarts, 0, restarts.length);
    frozen = state.array("escape.frozen")[0] != 0;
    eigenvalues.clear();
    Arrays.stream(state.array("escape.eigenvalues")).forEach(eigenvalues::add);
    history.clear();
    double[] all = state.array("escape.history");
    int length = structure.alpha().length;
    for (int start = 0; start < all.length; start += length) {
      history.addLast(Arrays.copyOfRange(all, start, start + length));
    }
  }
}
