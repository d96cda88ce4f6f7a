package org.simplexity.kernel.optimise;

import java.util.Map;
import org.simplexity.kernel.FlatVector;

/**
 * Turns a gradient into a step of the parameters; keeps its own moments between steps.
 *
 * <p>A rule belongs to one vector: all vectors passed to it have that vector's length.
 */
public sealed interface UpdateRule permits Sgd, Adam {
  /**
   * Moves the parameters by one step.
   *
   * @param parameters w, changed in place
   * @param gradient ∂loss/∂w, not changed
   * @param step learning rate, weight decay and largest norm of the gradient of this step
   * @throws IllegalArgumentException if a length is not that of the rule
   */
  void apply(FlatVector parameters, FlatVector gradient, Step step);

  /** Copies of the moments and counters by name, enough for {@link #restore}. */
  Map<String, double[]> state();

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned
   * @throws IllegalArgumentException if an array is missing or of another length
   */
  void restore(Map<String, double[]> state);

  /**
   * What may change from step to step.
   *
   * @param rate learning rate
   * @param weightDecay L2 coefficient: weightDecay · w is added to the clipped gradient
   * @param largestNorm the gradient counts times {@link Clipping#scale}, without being changed; 0
   *     turns clipping off
   */
  record Step(double rate, double weightDecay, double largestNorm) {}
}
