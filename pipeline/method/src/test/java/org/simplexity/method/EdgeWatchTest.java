package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EdgeWatchTest {
  @Test
  void theGapIsWhatTheBestVertexPromises() {
    EdgeWatch watch = new EdgeWatch(2, 2);
    watch.pass(new double[] {0.75, 0.25, 1, 0}, new double[] {4, 2, 1, 3});
    watch.pass(new double[] {0.75, 0.25, 1, 0}, new double[] {2, 0, 1, 3});
    // Edge 0: the mean gradient is (3, 1), <γ, g> = 2.5, the best vertex has 1.
    assertThat(watch.gap(0)).isCloseTo(1.5, within(1e-15));
    // Edge 1 stands at the best vertex.
    assertThat(watch.gap(1)).isZero();
  }

  @Test
  void drawsOfSeveralImagesCountTogether() {
    EdgeWatch watch = new EdgeWatch(1, 2);
    watch.pass(new double[] {1, 0, 0, 1}, new double[] {2, 1, 3, 5});
    // ⟨γ, g⟩ over both images is 2 + 5, the vertices have 2 + 3 and 1 + 5.
    assertThat(watch.gap(0)).isCloseTo(2, within(1e-15));
  }

  @Test
  void opposingGradientsOfTheParametersCancel() {
    EdgeWatch watch = new EdgeWatch(2, 2);
    watch.move(new double[] {3, 4, 1, -1});
    watch.move(new double[] {3, 4, -1, 1});
    assertThat(watch.norm(0)).isCloseTo(5, within(1e-15));
    assertThat(watch.norm(1)).isZero();
  }

  @Test
  void nothingSeenIsNoGap() {
    EdgeWatch watch = new EdgeWatch(1, 3);
    assertThat(watch.gap(0)).isZero();
    assertThat(watch.norm(0)).isZero();
  }
}
