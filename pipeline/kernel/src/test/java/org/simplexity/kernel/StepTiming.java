package org.simplexity.kernel;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints milliseconds of a weight step of a small supernet: batch, channels, extent, threads,
 * chunk.
 */
final class StepTiming {
  private StepTiming() {}

  public static void main(String[] arguments) {
    NativeEnvironment.prepare();
    int[] a = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    Network network = Fixtures.supernet(new Shape(1, a[2], a[2]), a[1]);
    PlanSettings settings = PlanSettings.defaults(a[0]).withThreads(a[3]).withChunk(a[4]);
    long start = System.nanoTime();
    try (Plan plan = Plan.compile(network, settings)) {
      double compiled = (System.nanoTime() - start) / 1e6;
      Fixtures.fill(plan, 1);
      double[] times = new double[a.length > 5 ? a[5] : 60];
      for (int step = 0; step < times.length; step++) {
        long from = clock();
        plan.gradients(GradientTarget.WEIGHTS);
        times[step] = (clock() - from) / 1e6;
      }
      double first = times[0];
      double[] late = Arrays.copyOfRange(times, times.length / 2, times.length);
      Arrays.sort(late);
      System.out.printf(
          Locale.ROOT,
          "compile %.0f first %.1f median %.2f min %.2f ms%n",
          compiled,
          first,
          late[late.length / 2],
          late[0]);
    }
  }

  /** Processor time of this thread where it does all the work: other processes do not count. */
  private static long clock() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
