package org.simplexity.method.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RobustnessCurveTest {
  @Test
  void aConstantAccuracyIsItsOwnArea() {
    assertThat(curve(new double[] {0, 0.1, 0.5, 4}, 0.8, 0.8, 0.8, 0.8).area())
        .isCloseTo(0.8, within(1e-15));
  }

  @Test
  void theAreaOfAStraightLineIsTheMeanOfItsEndsWhateverTheLevels() {
    assertThat(curve(new double[] {0, 0.25, 1}, 1, 0.75, 0).area()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void drawsAreAveragedBeforeTheyAreIntegrated() {
    RobustnessCurve curve =
        new RobustnessCurve(
            "noise",
            "σ",
            List.of(
                new Observation(0, 1, 1), new Observation(2, 1, 0.2), new Observation(2, 2, 0.4)));
    assertThat(curve.means()).containsEntry(0.0, 1.0).hasSize(2);
    assertThat(curve.means().get(2.0)).isCloseTo(0.3, within(1e-15));
    assertThat(curve.area()).isCloseTo((1 + 0.3) / 2, within(1e-15));
  }

  @Test
  void oneLevelIsNoCurve() {
    assertThatThrownBy(() -> curve(new double[] {0}, 1)).hasMessageContaining("2 levels or more");
  }

  private static RobustnessCurve curve(double[] levels, double... accuracies) {
    return new RobustnessCurve(
        "noise",
        "σ",
        IntStream.range(0, levels.length)
            .mapToObj(i -> new Observation(levels[i], 1, accuracies[i]))
            .toList());
  }
}
