package org.simplexity.kernel.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;

class ClippingTest {
  private static FlatVector gradient(double... values) {
    FlatVector vector = FlatVector.zeros(values.length, Precision.FLOAT);
    vector.copyFrom(values);
    return vector;
  }

  @Test
  void scalesALongGradientToTheLargestNorm() {
    assertThat(Clipping.scale(gradient(3, 4), 1)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void leavesAShortGradientAlone() {
    assertThat(Clipping.scale(gradient(3, 4), 5)).isEqualTo(1);
    assertThat(Clipping.scale(gradient(3, 4), 0)).isEqualTo(1);
  }

  @Test
  void boundsEveryCoordinateByValue() {
    FlatVector vector = gradient(-3, 0.5, 2);
    Clipping.byValue(vector, 1);
    assertThat(vector.toArray()).containsExactly(-1, 0.5, 1);
    Clipping.byValue(vector, 0);
    assertThat(vector.toArray()).containsExactly(-1, 0.5, 1);
  }
}
