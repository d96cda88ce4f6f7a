package org.simplexity.kernel.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void cosineFallsFromTheFirstRateThroughTheMeanTowardTheLast() {
    Schedule cosine = new Schedule.Cosine(0.025, 0.001, 50);
    assertThat(cosine.rate(0)).isEqualTo(0.025);
    assertThat(cosine.rate(25)).isCloseTo(0.013, within(1e-15));
    assertThat(cosine.rate(50)).isCloseTo(0.001, within(1e-15));
  }

  @Test
  void stepsFallByTheFactorEverySoManyEpochs() {
    Schedule step = new Schedule.Step(1, 3, 0.1);
    assertThat(step.rate(2)).isEqualTo(1);
    assertThat(step.rate(3)).isCloseTo(0.1, within(1e-15));
    assertThat(step.rate(8)).isCloseTo(0.01, within(1e-15));
  }

  @Test
  void aConstantRateStays() {
    assertThat(new Schedule.Constant(0.3).rate(1000)).isEqualTo(0.3);
  }
}
