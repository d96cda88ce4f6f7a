package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.StructureLayout;

class StructureJsonTest {
  private static final List<EdgePosition> EDGES =
      List.of(new EdgePosition(0, 2), new EdgePosition(1, 2));

  private final StructureLayout layout =
      new StructureLayout(EDGES, List.of("skip_connect", "conv_1x1"));

  @Test
  void returnsTheSameStructureToTheLastBit() {
    double[] alpha = new Random(1).doubles(layout.length()).toArray();
    double[] gamma = Arrays.stream(alpha).map(a -> 1 / (1 + Math.exp(-a))).toArray();
    assertThat(StructureJson.readGamma(layout, StructureJson.write(layout, alpha, gamma)))
        .containsExactly(gamma);
  }

  @Test
  void refusesAStructureOfOtherOperations() {
    double[] values = new double[layout.length()];
    StructureLayout other = new StructureLayout(EDGES, List.of("skip_connect", "conv_3x3"));
    assertThatThrownBy(
            () -> StructureJson.readGamma(other, StructureJson.write(layout, values, values)))
        .hasMessageContaining("conv_1x1")
        .hasMessageContaining("conv_3x3");
  }

  @Test
  void refusesTextThatIsNoStructure() {
    assertThatThrownBy(() -> StructureJson.readGamma(layout, "{\"alpha\":"))
        .hasMessageContaining("not a structure");
  }
}
