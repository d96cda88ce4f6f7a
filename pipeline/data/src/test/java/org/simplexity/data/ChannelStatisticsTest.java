package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelStatisticsTest {
  private static final ImageShape TWO_PIXELS = new ImageShape(2, 1, 2);

  @Test
  void meanAndDeviationOfEachChannelAreThoseOfThePopulationIn0To1() {
    ImageSet set =
        ImageSet.builder(TWO_PIXELS)
            .add(new byte[] {0, (byte) 255, 51, 51}, 0)
            .add(new byte[] {0, (byte) 255, 51, 51}, 0)
            .build();
    ChannelStatistics statistics = ChannelStatistics.of(set);
    assertThat(statistics.mean()).containsExactly(0.5, 0.2);
    assertThat(statistics.standardDeviation()).containsExactly(0.5, 0.0);
  }

  @Test
  void normalisedPixelsHaveMean0AndDeviation1() {
    ImageSet set = Images.counted(new ImageShape(1, 8, 8), 20, 2);
    float[] table = ChannelStatistics.of(set).normalisation(0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < set.size(); i++) {
      for (int p = 0; p < 64; p++) {
        float value = table[set.pixel(i, p)];
        sum += value;
        squares += value * value;
      }
    }
    assertThat(sum / (20 * 64)).isCloseTo(0, within(1e-6));
    assertThat(squares / (20 * 64)).isCloseTo(1, within(1e-6));
  }

  @Test
  void aConstantChannelIsCentredOnly() {
    ChannelStatistics statistics = new ChannelStatistics(List.of(0.2), List.of(0.0));
    assertThat(statistics.normalisation(0)[255]).isEqualTo(0.8f);
  }

  @Test
  void statisticsOfEqualContentAreEqual() {
    ImageSet set = Images.counted(TWO_PIXELS, 5, 2);
    assertThat(ChannelStatistics.of(set))
        .isEqualTo(ChannelStatistics.of(set.select(4, 3, 2, 1, 0)));
  }

  @Test
  void anEmptySetHasNoStatistics() {
    assertThatThrownBy(() -> ChannelStatistics.of(ImageSet.builder(TWO_PIXELS).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
  }
}
