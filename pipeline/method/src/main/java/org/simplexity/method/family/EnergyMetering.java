package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;

/**
 * How the energy of forward passes is measured: medians over rounds in which plans take turns. What
 * the machine uses besides, it uses in that time too, and counts.
 *
 * @param counter energy used so far in microjoules
 * @param rounds turns of each plan
 * @param seconds length of a turn at least; counters are brought up to date every millisecond
 */
public record EnergyMetering(LongSupplier counter, int rounds, double seconds) {
  private static final double MILLIJOULES = 1e-3;

  /** Checks the bounds. */
  public EnergyMetering {
    if (rounds < 1 || !(seconds > 0)) {
      throw new IllegalArgumentException(
          "rounds %d must be at least 1 and seconds %s positive".formatted(rounds, seconds));
    }
  }

  /**
   * Five turns of a tenth of a second.
   *
   * @param counter energy used so far in microjoules
   */
  public static EnergyMetering defaults(LongSupplier counter) {
    return new EnergyMetering(counter, 5, 0.1);
  }

  /**
   * Median energies of a pass in evaluation mode.
   *
   * @param plans plans with a loaded batch, which are left open
   * @return millijoules for one pass, in the order of the plans
   */
  public List<Double> medians(List<Plan> plans) {
    double[][] energies = new double[plans.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int k = 0; k < plans.size(); k++) {
        energies[k][round] = turn(plans.get(k));
      }
    }
    List<Double> medians = new ArrayList<>();
    for (double[] own : energies) {
      Arrays.sort(own);
      medians.add(own[own.length / 2]);
    }
    return medians;
  }

  private double turn(Plan plan) {
    long start = System.nanoTime();
    long before = counter.getAsLong();
    long passes = 0;
    do {
      plan.forward(Mode.EVALUATION);
      passes++;
    } while (System.nanoTime() - start < seconds * 1e9);
    return MILLIJOULES * (counter.getAsLong() - before) / passes;
  }
}
