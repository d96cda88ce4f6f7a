package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.data.Seed;

class UniformSimplexTest {
  private static final int DRAWS = 100_000;

  private static double[][] draws(int operations) {
    UniformSimplex simplex = new UniformSimplex(operations);
    RandomGenerator random = new Seed(3).generator();
    return IntStream.range(0, DRAWS).mapToObj(i -> simplex.draw(random)).toArray(double[][]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void hasTheMomentsOfTheUniformDistribution(int operations) {
    double[][] draws = draws(operations);
    double n = operations;
    double variance = (n - 1) / (n * n * (n + 1));
    double error = 5 * Math.sqrt(variance / DRAWS);
    for (int k = 0; k < operations; k++) {
      int own = k;
      int next = (k + 1) % operations;
      double mean = Arrays.stream(draws).mapToDouble(s -> s[own]).average().orElseThrow();
      double square =
          Arrays.stream(draws).mapToDouble(s -> s[own] * s[own]).average().orElseThrow();
      double product =
          Arrays.stream(draws).mapToDouble(s -> s[own] * s[next]).average().orElseThrow();
      assertThat(mean).isCloseTo(1 / n, within(error));
      // Kurtosis is below that of Exp(1), 9; E S_j² S_k² is that of the Dirichlet distribution.
      assertThat(square - mean * mean)
          .isCloseTo(variance, within(5 * variance * Math.sqrt(8.0 / DRAWS)));
      double squares = 4 / (n * (n + 1) * (n + 2) * (n + 3));
      assertThat(product)
          .isCloseTo(1 / (n * n) - 1 / (n * n * (n + 1)), within(5 * Math.sqrt(squares / DRAWS)));
    }
  }

  @Test
  void aShareExceedsABoundAsOftenAsTheVolumeSays() {
    // P(S_k > x) = (1 − x)^(K − 1).
    double[][] draws = draws(4);
    for (double bound : new double[] {0.1, 0.3, 0.7}) {
      double expected = Math.pow(1 - bound, 3);
      double found = Arrays.stream(draws).filter(s -> s[2] > bound).count() / (double) DRAWS;
      assertThat(found)
          .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / DRAWS)));
    }
  }

  @Test
  void isOnTheSimplexAndDependsOnTheGeneratorAlone() {
    UniformSimplex simplex = new UniformSimplex(5);
    double[] draw = simplex.draw(new Seed(1).generator());
    assertThat(Arrays.stream(draw).sum()).isCloseTo(1, within(1e-15));
    assertThat(Arrays.stream(draw)).allMatch(share -> share > 0);
    assertThat(simplex.draw(new Seed(1).generator())).containsExactly(draw);
    assertThat(new UniformSimplex(1).draw(new Seed(1).generator())).containsExactly(1);
  }

  @Test
  void aGridHasAllPointsAndVertices() {
    // C(4 + 2, 2) = 15.
    assertThat(new SimplexGrid(3, 4).points())
        .hasSize(15)
        .doesNotHaveDuplicates()
        .contains(List.of(1.0, 0.0, 0.0), List.of(0.0, 0.0, 1.0))
        .contains(List.of(0.25, 0.5, 0.25))
        .allMatch(point -> Math.abs(point.stream().mapToDouble(x -> x).sum() - 1) < 1e-12);
  }

  @Test
  void refusesPricesThatAreNone() {
    VectorComplexity control = new VectorComplexity(3);
    assertThatThrownBy(() -> control.prices(new double[] {0.5, 0.6, 0.1}))
        .hasMessageStartingWith("prices [0.5, 0.6, 0.1] sum to 1.2");
    assertThatThrownBy(() -> control.prices(new double[] {1.5, -0.5, 0}))
        .hasMessage("prices [1.5, -0.5, 0.0]: -0.5 is negative");
    assertThatThrownBy(() -> new ScalarComplexity(0, 1, 3).prices(new double[] {-1}))
        .hasMessage("lambda -1.0 must be finite and not negative");
  }
}
