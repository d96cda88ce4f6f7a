package org.simplexity.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimingsTest {
  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Timings.of(3, 1, 100).median()).isEqualTo(3);
    assertThat(Timings.of(4, 1, 100, 2).median()).isEqualTo(3);
    assertThat(Timings.of(7).median()).isEqualTo(7);
  }

  @Test
  void warmUpStepsAreTakenButNotTimed() {
    AtomicInteger steps = new AtomicInteger();
    Timings times = new Repetitions(3, 4).time(steps::incrementAndGet);
    assertThat(steps).hasValue(7);
    assertThat(times.milliseconds()).hasSize(4).isSorted();
    assertThat(times.least()).isLessThanOrEqualTo(times.greatest());
  }
}
