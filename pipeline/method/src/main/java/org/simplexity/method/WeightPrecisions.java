package org.simplexity.method;

import java.util.Arrays;
import java.util.Map;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;

/** Log precisions a_i of all weights with their optimiser: the term Σ exp(a_i) w_i². */
final class WeightPrecisions {
  private static final String NAME = "precisions";

  private final FlatVector logs;
  private final FlatVector gradient;
  private final Optimisation optimisation;

  WeightPrecisions(PrecisionSettings settings, int epochs, int weights) {
    this.logs = FlatVector.zeros(settings.learn() ? weights : 0, Precision.DOUBLE);
    this.logs.fill(settings.initial());
    this.gradient = logs.zerosLike();
    this.optimisation = new Optimisation(settings.optimiser(), epochs, logs, gradient);
  }

  /** Whether they are learned; without it there are none, and the term is 0. */
  boolean isOn() {
    return logs.length() > 0;
  }

  /** All a_i, a copy. */
  double[] logs() {
    return logs.toArray();
  }

  /** Adds 2 exp(a_i) w_i to the gradient of the weights, in place. */
  void addGradient(FlatVector weights, FlatVector weightGradient) {
    for (int i = 0; i < logs.length(); i++) {
      weightGradient.set(i, weightGradient.get(i) + 2 * Math.exp(logs.get(i)) * weights.get(i));
    }
  }

  /** One step down ∂Q/∂a; the epoch counts from 1. */
  void step(double[] logGradient, int epoch) {
    gradient.copyFrom(logGradient);
    optimisation.step(epoch);
  }

  /** The value below which a share of all a_i lies. */
  double quantile(double share) {
    double[] sorted = logs.toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  void save(Map<String, double[]> arrays) {
    if (isOn()) {
      arrays.put(NAME, logs());
      optimisation.save(NAME, arrays);
    }
  }

  void restore(MethodState state) {
    if (isOn()) {
      logs.copyFrom(state.array(NAME));
      optimisation.restore(NAME, state);
    }
  }
}
