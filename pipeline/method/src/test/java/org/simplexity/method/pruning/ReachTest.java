package org.simplexity.method.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Score;
import org.simplexity.method.weights.FamilyMember;
import org.simplexity.space.PlainNetworks;

class ReachTest {
  private static final Network NETWORK = PlainNetworks.perceptron(new Shape(1, 2, 2), 2, 3);

  private static PruningCurve.Point point(double removed, double accuracy) {
    return new PruningCurve.Point(removed, new Score(1, accuracy));
  }

  @Test
  void aUnitWithoutWeightsCostsNoMultiplications() {
    float[] weights = new float[NETWORK.parameterCount()];
    // Unit 0 reads all four pixels and is read by all classes; unit 1 has nothing.
    int first = NETWORK.parameters().slice("hidden.dense_1.weight").offset();
    int second = NETWORK.parameters().slice("classifier.dense_1.weight").offset();
    for (int i = 0; i < 4; i++) {
      weights[first + i] = 1;
    }
    for (int output = 0; output < 3; output++) {
      weights[second + 2 * output] = 1;
    }
    PruningCurve curve =
        new PruningCurve(
            PruningCriterion.DENSITY, List.of(point(0, 0.9), point(0.5, 0.895), point(0.9, 0.5)));
    Reach reach = Reach.of(curve, FamilyMember.points(NETWORK, weights));
    assertThat(reach).isEqualTo(new Reach(0.9, 0.5, 7, 4 + 3));
  }
}
