package org.simplexity.kernel.optimise;

/** Learning rate of each epoch. */
public sealed interface Schedule {
  /**
   * Learning rate of an epoch.
   *
   * @param epoch epoch, counted from 0
   */
  double rate(int epoch);

  /**
   * One rate throughout.
   *
   * @param initial learning rate
   */
  record Constant(double initial) implements Schedule {
    @Override
    public double rate(int epoch) {
      return initial;
    }
  }

  /**
   * Cosine annealing, last + (initial − last) (1 + cos(π · epoch / epochs)) / 2 (Loshchilov and
   * Hutter 2017, eq. 5, without restarts).
   *
   * @param initial rate of epoch 0
   * @param last rate that epoch {@code epochs}, one past the last, would have
   * @param epochs number of epochs
   */
  record Cosine(double initial, double last, int epochs) implements Schedule {
    @Override
    public double rate(int epoch) {
      return last + (initial - last) * (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
    }
  }

  /**
   * initial · factor^⌊epoch / every⌋.
   *
   * @param initial rate of epoch 0
   * @param every epochs between two steps
   * @param factor factor of one step
   */
  record Step(double initial, int every, double factor) implements Schedule {
    @Override
    public double rate(int epoch) {
      return initial * Math.pow(factor, Math.floorDiv(epoch, every));
    }
  }
}
