package org.simplexity.method;

import org.simplexity.kernel.Network;
import org.simplexity.space.StructureLayout;

/**
 * A search of a structure together with shared weights, by whatever strategy.
 *
 * <p>All randomness comes from the seed, the epoch and the step: a search restored from its state
 * goes on bit for bit as if it had never stopped.
 *
 * @param <E> what an epoch came to
 */
public interface Search<E> extends AutoCloseable {
  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws DivergedException if a loss is not finite
   */
  E epoch(int epoch);

  /** Order of the structure vector. */
  StructureLayout layout();

  /**
   * A copy of the structure parameters, equally many for every edge; empty where the strategy keeps
   * none by edge.
   */
  double[] parameters();

  /**
   * A copy of the structure γ found so far, in the order of the layout; {@link Discretisation}
   * takes the genotype from it.
   */
  double[] gamma();

  /** The network that is searched. */
  Network supernet();

  /** The shared weights and statistics as they are, by name. */
  NetworkWeights weights();

  /**
   * Compares all gradients with differences of the loss on one batch of train images, without
   * random changes; nothing of the search changes.
   */
  GradientErrors gradientErrors();

  /** All that {@link #restore} needs. */
  MethodState state();

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same space and settings
   */
  void restore(MethodState state);

  @Override
  void close();
}
