package org.simplexity.method.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.space.PlainNetworks;

class PruningMaskTest {
  /** Layers of 5 × 10 and 4 × 5 weights. */
  private static final Network NETWORK = PlainNetworks.perceptron(new Shape(1, 2, 5), 5, 4);

  private static final double[] IMPORTANCE =
      new Random(1).doubles(NETWORK.parameterCount()).toArray();

  private static PruningMask mask(PruningScope scope, double share) {
    return PruningMask.of(NETWORK, IMPORTANCE, scope, share);
  }

  @Test
  void removesTheShareOfEveryLayer() {
    PruningMask mask = mask(PruningScope.PER_LAYER, 0.3);
    assertThat(PruningMask.weights(NETWORK).map(slice -> removed(mask, slice)))
        .containsExactly(15L, 6L);
    assertThat(mask.share()).isEqualTo(0.3);
  }

  private static long removed(PruningMask mask, Slice slice) {
    return IntStream.range(slice.offset(), slice.end()).filter(mask::isRemoved).count();
  }

  @ParameterizedTest
  @EnumSource(PruningScope.class)
  void neverRemovesABias(PruningScope scope) {
    PruningMask mask = mask(scope, 1);
    assertThat(mask.count()).isEqualTo(70);
    for (Slice slice : NETWORK.parameters().slices()) {
      long expected = slice.kind() == Slice.Kind.WEIGHT ? slice.length() : 0;
      assertThat(removed(mask, slice)).isEqualTo(expected);
    }
  }

  @Test
  void globallyRemovesTheLeastImportantOfAll() {
    PruningMask mask = mask(PruningScope.GLOBAL, 0.5);
    double[] weights =
        PruningMask.weights(NETWORK)
            .flatMapToInt(slice -> IntStream.range(slice.offset(), slice.end()))
            .mapToDouble(i -> IMPORTANCE[i])
            .sorted()
            .toArray();
    double median = (weights[34] + weights[35]) / 2;
    PruningMask.weights(NETWORK)
        .flatMapToInt(slice -> IntStream.range(slice.offset(), slice.end()))
        .forEach(i -> assertThat(mask.isRemoved(i)).isEqualTo(IMPORTANCE[i] < median));
  }

  @ParameterizedTest
  @EnumSource(PruningScope.class)
  void agreaterShareRemovesTheSameWeightsAndMore(PruningScope scope) {
    for (int tenth = 0; tenth < 10; tenth++) {
      PruningMask less = mask(scope, tenth / 10.0);
      PruningMask more = mask(scope, (tenth + 1) / 10.0);
      assertThat(more.count()).isGreaterThan(less.count());
      for (int i = 0; i < IMPORTANCE.length; i++) {
        assertThat(!less.isRemoved(i) || more.isRemoved(i)).isTrue();
      }
    }
  }

  @Test
  void leavesAllOtherWeightsAsTheyAre() {
    float[] weights = new float[NETWORK.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i + 1;
    }
    PruningMask mask = mask(PruningScope.PER_LAYER, 0.4);
    float[] left = mask.apply(weights);
    for (int i = 0; i < weights.length; i++) {
      assertThat(left[i]).isEqualTo(mask.isRemoved(i) ? 0 : i + 1);
    }
    assertThat(weights[0]).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
  void refusesAShareOutsideNoneToAll(double share) {
    assertThatThrownBy(() -> mask(PruningScope.GLOBAL, share))
        .hasMessage("removed %s must lie in 0..1", share);
  }
}
