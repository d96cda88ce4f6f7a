package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void aGeneratorGivesThePublishedSequenceOfSplitMix64() {
    // First outputs for seed 1234567 of the reference implementation by Vigna
    // (prng.di.unimi.it/splitmix64.c), as listed on Rosetta Code.
    RandomGenerator random = new Seed(1234567).generator();
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
  }

  @Property
  void childrenDifferByPurposeAndByIndex(@ForAll long value, @ForAll int a, @ForAll int b) {
    Seed seed = new Seed(value);
    assertThat(seed.child("shuffle")).isNotEqualTo(seed.child("augment")).isNotEqualTo(seed);
    assertThat(seed.child(a).equals(seed.child(b))).isEqualTo(a == b);
    assertThat(seed.child("shuffle").child(a)).isNotEqualTo(seed.child("augment").child(a));
  }

  @Property
  void derivationIsAFunctionOfTheValueAlone(@ForAll long value, @ForAll String purpose) {
    assertThat(new Seed(value).child(purpose)).isEqualTo(new Seed(value).child(purpose));
  }

  @Property
  void boundedIntegersStayWithinTheirBound(
      @ForAll long value, @ForAll @IntRange(min = 1) int bound) {
    assertThat(new Seed(value).generator().nextInt(bound)).isBetween(0, bound - 1);
  }

  @Test
  void boundedIntegersAreUniform() {
    RandomGenerator random = new Seed(3).generator();
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    // Standard deviation of each count: sqrt(70000 · 1/7 · 6/7) = 92.6; five of them.
    for (int count : counts) {
      assertThat(count).isCloseTo(10_000, within(463));
    }
  }

  @Test
  void normalDeviatesHaveTheMomentsOfANormalDistribution() {
    RandomGenerator random = new Seed(5).generator();
    int n = 200_000;
    double[] moments = new double[4];
    for (int i = 0; i < n; i++) {
      double x = random.nextGaussian();
      for (int k = 0; k < 4; k++) {
        moments[k] += Math.pow(x, k + 1) / n;
      }
    }
    // Standard errors: 1/√n, √2/√n, √15/√n, √96/√n; five of each.
    double error = 5 / Math.sqrt(n);
    assertThat(moments[0]).isCloseTo(0, within(error));
    assertThat(moments[1]).isCloseTo(1, within(error * Math.sqrt(2)));
    assertThat(moments[2]).isCloseTo(0, within(error * Math.sqrt(15)));
    assertThat(moments[3]).isCloseTo(3, within(error * Math.sqrt(96)));
  }
}
