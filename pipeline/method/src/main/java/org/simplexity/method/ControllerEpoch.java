package org.simplexity.method;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one epoch of a search with a controller came to.
 *
 * @param train running score over the train batches of the epoch, each under a structure of its own
 * @param validation score on the validation split of one structure: of one that was drawn after the
 *     epoch, with statistics of its batches; after the last epoch of the best, with running
 *     statistics
 * @param learningRate learning rate of the weights
 * @param learning how the controller fared
 * @param shares share of the epoch's draws in which an edge carried an operation, in the order of
 *     the structure vector
 */
public record ControllerEpoch(
    Score train, Score validation, double learningRate, Learning learning, List<Double> shares) {
  /** Copies the list. */
  public ControllerEpoch {
    shares = List.copyOf(shares);
  }

  /**
   * How the controller fared.
   *
   * @param reward mean reward of the epoch, an accuracy; empty where nothing was learned
   * @param baseline moving average of rewards at the end of the epoch; empty where nothing was
   *     learned
   * @param entropy mean over the epoch's draws of the entropy of all decisions, in nats
   */
  public record Learning(OptionalDouble reward, OptionalDouble baseline, double entropy) {}
}
