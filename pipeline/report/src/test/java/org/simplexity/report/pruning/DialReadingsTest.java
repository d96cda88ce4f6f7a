package org.simplexity.report.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.content.Dial;
import org.simplexity.report.content.Measured;

/** Rows of many runs as one dial. */
class DialReadingsTest {
  private static DialPoint point(String model, long seed, double lambda, double accuracy) {
    return new DialPoint(model, seed, lambda, accuracy, 0.5, 100 + seed, 200 + seed);
  }

  @Test
  void positionsAreMeansOverSeedsInOrderOfLambda() {
    Dial dial =
        new DialReadings(
                List.of(
                    point("var_linear", 0, 10, 0.8),
                    point("var_linear", 0, 1, 0.9),
                    point("var_linear", 2, 1, 0.7),
                    point("base", 0, 1, 0.6)))
            .dial("Dial");
    assertThat(dial.models()).extracting(Dial.Model::name).containsExactly("var_linear", "base");
    List<Dial.Position> positions = dial.models().get(0).positions();
    assertThat(positions).extracting(Dial.Position::lambda).containsExactly(1.0, 10.0);
    assertThat(positions.get(0).accuracy().mean()).isCloseTo(0.8, within(1e-12));
    assertThat(positions.get(0).accuracy().deviation()).isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(positions.get(0).removable().mean()).isEqualTo(0.5);
    assertThat(positions.get(0).weights().mean()).isEqualTo(101);
    assertThat(positions.get(0).multiplyAdds()).isEqualTo(Measured.of(List.of(200.0, 202.0)));
  }

  @Test
  void ofOneModelSeedAndLambdaTheFirstCounts() {
    DialReadings readings =
        new DialReadings(
            List.of(
                point("var", 0, 1, 0.9), point("var", 0, 1 + 1e-14, 0.1), point("var", 0, 1, 0.2)));
    List<Dial.Position> positions = readings.dial("Dial").models().get(0).positions();
    assertThat(positions).hasSize(1);
    assertThat(positions.get(0).accuracy()).isEqualTo(Measured.of(List.of(0.9)));
  }

  @Test
  void withoutRowsThereIsNothingToRead() {
    assertThat(new DialReadings(List.of()).isEmpty()).isTrue();
    assertThat(new DialReadings(List.of(point("var", 0, 1, 0.9))).isEmpty()).isFalse();
  }
}
