package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EdgeSoftmaxTest {
  private final EdgeSoftmax softmax = new EdgeSoftmax(3);

  @Test
  void equalParametersGiveTheCentreOfTheSimplex() {
    assertThat(softmax.apply(new double[] {5, 5, 5})).containsExactly(1 / 3., 1 / 3., 1 / 3.);
  }

  @Test
  void logarithmsOfSharesGiveTheShares() {
    double[] gamma =
        softmax.apply(
            new double[] {Math.log(1), Math.log(2), Math.log(5), Math.log(6), Math.log(3), 0});
    assertThat(gamma).containsExactly(new double[] {.125, .25, .625, .6, .3, .1}, within(1e-15));
  }

  @Test
  void hugeParametersDoNotOverflow() {
    assertThat(softmax.apply(new double[] {1e4, 0, -1e4})).containsExactly(1, 0, 0);
  }

  @Provide
  Arbitrary<double[]> vectors() {
    return Arbitraries.doubles().between(-3, 3).array(double[].class).ofSize(6);
  }

  @Property
  void pullbackAgreesWithCentralDifferences(
      @ForAll("vectors") double[] alpha, @ForAll("vectors") double[] gradient) {
    double[] pulled = softmax.pullback(softmax.apply(alpha), gradient);
    double step = 1e-5;
    for (int k = 0; k < alpha.length; k++) {
      double[] up = alpha.clone();
      double[] down = alpha.clone();
      up[k] += step;
      down[k] -= step;
      double difference =
          (inner(softmax.apply(up), gradient) - inner(softmax.apply(down), gradient)) / (2 * step);
      assertThat(pulled[k]).isCloseTo(difference, within(1e-8));
    }
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
