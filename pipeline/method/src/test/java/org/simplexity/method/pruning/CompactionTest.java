package org.simplexity.method.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.method.weights.FamilyMember;
import org.simplexity.space.PlainNetworks;

class CompactionTest {
  private static final Network PERCEPTRON = PlainNetworks.perceptron(new Shape(1, 2, 3), 4, 3);

  private static float[] fresh(Network network, int seed) {
    Random random = new Random(seed);
    float[] weights = new float[network.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    return weights;
  }

  /** Logits for the same random images. */
  private static double[] logits(Network network, float[] weights) {
    int batch = 5;
    Shape shape = network.input();
    try (Plan plan = Plan.compile(network, PlanSettings.defaults(batch).withThreads(1))) {
      for (int i = 0; i < weights.length; i++) {
        plan.parameters().set(i, weights[i]);
      }
      Random random = new Random(9);
      float[] images = new float[batch * shape.size()];
      for (int i = 0; i < images.length; i++) {
        images[i] = (float) random.nextGaussian();
      }
      plan.load(images, new int[batch], batch);
      plan.forward(Mode.EVALUATION);
      return plan.logits();
    }
  }

  private static FamilyMember checked(Network network, float[] weights) {
    FamilyMember small = Compaction.of(network, weights);
    assertThat(logits(small.network(), small.means()))
        .containsExactly(logits(network, weights), within(1e-4));
    return small;
  }

  private static void clear(Network network, float[] weights, String name, int unit, int row) {
    Slice slice = network.parameters().slice(name);
    for (int i = 0; i < row; i++) {
      weights[slice.offset() + unit * row + i] = 0;
    }
  }

  @Test
  void aNetworkWithoutDeadUnitsStaysAsItIs() {
    float[] weights = fresh(PERCEPTRON, 1);
    FamilyMember small = checked(PERCEPTRON, weights);
    assertThat(small.means()).containsExactly(weights);
    assertThat(small.network().parameters().slices()).isEqualTo(PERCEPTRON.parameters().slices());
  }

  @Test
  void aUnitThatReadsNothingIsFoldedIntoTheNextBiases() {
    float[] weights = fresh(PERCEPTRON, 2);
    clear(PERCEPTRON, weights, "hidden.dense_1.weight", 2, 6);
    int bias = PERCEPTRON.parameters().slice("hidden.dense_1.bias").offset() + 2;
    weights[bias] = 0.7f;
    assertThat(checked(PERCEPTRON, weights).network().parameterCount())
        .isEqualTo(3 * 6 + 3 + 3 * 3 + 3);
    weights[bias] = -0.7f;
    assertThat(checked(PERCEPTRON, weights).network().parameterCount())
        .isEqualTo(3 * 6 + 3 + 3 * 3 + 3);
  }

  @Test
  void aUnitThatNothingReadsGoes() {
    float[] weights = fresh(PERCEPTRON, 3);
    int start = PERCEPTRON.parameters().slice("classifier.dense_1.weight").offset();
    for (int output = 0; output < 3; output++) {
      weights[start + output * 4 + 1] = 0;
    }
    assertThat(checked(PERCEPTRON, weights).network().multiplyAdds()).isEqualTo(3 * 6 + 3 * 3);
  }

  @Test
  void withoutAnyWeightsOneUnitALayerIsLeft() {
    float[] weights = fresh(PERCEPTRON, 4);
    FamilyMember small =
        checked(
            PERCEPTRON,
            PruningMask.of(PERCEPTRON, new double[weights.length], PruningScope.GLOBAL, 1)
                .apply(weights));
    assertThat(small.network().multiplyAdds()).isEqualTo(6 + 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.99, 1})
  void aPrunedPerceptronComputesTheSame(double share) {
    Network network = PlainNetworks.perceptron(new Shape(1, 5, 5), 20, 4);
    float[] weights = fresh(network, 5);
    double[] importance = new Random(6).doubles(weights.length).toArray();
    PruningMask mask = PruningMask.of(network, importance, PruningScope.GLOBAL, share);
    FamilyMember small = checked(network, mask.apply(weights));
    assertThat(small.network().parameterCount()).isLessThanOrEqualTo(network.parameterCount());
    if (share >= 0.99) {
      assertThat(small.network().multiplyAdds()).isLessThan(network.multiplyAdds() / 2);
    }
  }

  @Test
  void aConstantChannelStaysBehindPaddingUnlessItIsZero() {
    Network network = PlainNetworks.convolutional(new Shape(1, 8, 8), 3);
    float[] weights = fresh(network, 7);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 0.05f;
    }
    clear(network, weights, "features.0.convolution_1.weight", 5, 9);
    int bias = network.parameters().slice("features.0.convolution_1.bias").offset() + 5;
    weights[bias] = 0.4f;
    assertThat(checked(network, weights).network().parameterCount())
        .isEqualTo(network.parameterCount());
    weights[bias] = -0.4f;
    assertThat(checked(network, weights).network().parameterCount())
        .isEqualTo(network.parameterCount() - (9 + 1 + 96 * 9));
  }

  @Test
  void aConstantChannelBeforeADenseLayerIsFolded() {
    Network network = PlainNetworks.convolutional(new Shape(1, 8, 8), 3);
    float[] weights = fresh(network, 8);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 0.05f;
    }
    clear(network, weights, "features.3.convolution_1.weight", 7, 192 * 9);
    weights[network.parameters().slice("features.3.convolution_1.bias").offset() + 7] = 0.4f;
    assertThat(checked(network, weights).network().parameterCount())
        .isEqualTo(network.parameterCount() - (192 * 9 + 1 + 512 * 4));
  }

  @Test
  void whatGoesCanMakeMoreGo() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 1, 2));
    Value first = builder.relu(builder.dense(builder.input(), 3));
    Network network = builder.build(builder.dense(builder.relu(builder.dense(first, 3)), 2));
    float[] weights = fresh(network, 9);
    // Unit 0 of the second layer is all that reads unit 0 of the first, and nothing reads it.
    int second = network.parameters().slice("dense_2.weight").offset();
    weights[second + 3] = 0;
    weights[second + 6] = 0;
    int third = network.parameters().slice("dense_3.weight").offset();
    weights[third] = 0;
    weights[third + 3] = 0;
    assertThat(checked(network, weights).network().multiplyAdds()).isEqualTo(2 * 2 + 2 * 2 + 2 * 2);
  }

  @Test
  void aNetworkThatBranchesIsRefused() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 1, 2));
    Value left = builder.dense(builder.input(), 2);
    Value right = builder.dense(builder.input(), 2);
    Network network = builder.build(builder.sum(List.of(left, right)));
    assertThatThrownBy(() -> Compaction.of(network, new float[network.parameterCount()]))
        .hasMessageContaining("branches");
  }
}
