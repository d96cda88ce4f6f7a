package org.simplexity.cli.bench;

/**
 * How often a step is taken.
 *
 * @param warmUp steps before the first that counts, in which Java compiles what runs often
 * @param steps steps that count
 */
record Repetitions(int warmUp, int steps) {
  private static final double NANOSECONDS = 1e6;

  /** Times a step. */
  Timings time(Runnable step) {
    for (int i = 0; i < warmUp; i++) {
      step.run();
    }
    double[] milliseconds = new double[steps];
    for (int i = 0; i < steps; i++) {
      long start = System.nanoTime();
      step.run();
      milliseconds[i] = (System.nanoTime() - start) / NANOSECONDS;
    }
    return Timings.of(milliseconds);
  }
}
