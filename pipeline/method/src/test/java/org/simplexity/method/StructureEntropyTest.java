package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StructureEntropyTest {
  @Test
  void isZeroAtVertices() {
    assertThat(StructureEntropy.mean(new double[] {1, 0, 0, 0, 0, 1}, 3)).isZero();
  }

  @Test
  void isTheLogarithmOfTheNumberOfOperationsAtTheCentre() {
    double[] centre = {.25, .25, .25, .25};
    assertThat(StructureEntropy.mean(centre, 4)).isCloseTo(Math.log(4), within(1e-15));
  }

  @Test
  void averagesOverEdges() {
    double[] oneVertexOneCentre = {1, 0, .5, .5};
    assertThat(StructureEntropy.mean(oneVertexOneCentre, 2))
        .isCloseTo(Math.log(2) / 2, within(1e-15));
  }
}
