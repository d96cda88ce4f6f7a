package org.simplexity.method.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.data.Seed;
import org.simplexity.method.ensemble.EdgeUpdates.Order;

/** The theorem against simulated members and steps. */
class EdgeUpdatesTest {
  private static final int DRAWS = 40_000;

  private static double[] meanAndError(EdgeUpdates updates, Order order) {
    RandomGenerator random = new Seed(3).generator();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double m = updates.simulate(random, order);
      sum += m;
      squares += m * m;
    }
    double mean = sum / DRAWS;
    return new double[] {mean, Math.sqrt((squares / DRAWS - mean * mean) / DRAWS)};
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1", "2, 2, 3", "8, 7, 5", "28, 7, 3"})
  void setsOfEdgesAtRandomGiveTheTheorem(int edges, int operations, int members) {
    EdgeUpdates updates = new EdgeUpdates(edges, operations, members);
    double[] found = meanAndError(updates, Order.RANDOM);
    double theorem = members * (edges + 1.0) * (edges + 1.0) / (4.0 * edges);
    assertThat(updates.expected()).isCloseTo(theorem, within(1e-12));
    assertThat(found[0]).isCloseTo(theorem, within(4 * found[1] + 1e-12));
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 3", "8, 7, 5", "28, 7, 3"})
  void nestedSetsGiveMoreThanTheTheorem(int edges, int operations, int members) {
    EdgeUpdates updates = new EdgeUpdates(edges, operations, members);
    double[] found = meanAndError(updates, Order.FIXED);
    double sum = 0;
    for (int one = 1; one <= edges; one++) {
      for (int other = 1; other <= edges; other++) {
        sum += Math.min(one, other);
      }
    }
    assertThat(updates.nested()).isCloseTo(members * sum / (edges * edges), within(1e-9));
    assertThat(found[0]).isCloseTo(updates.nested(), within(4 * found[1]));
    assertThat(found[0]).isGreaterThan(updates.expected() + 4 * found[1]);
  }
}
