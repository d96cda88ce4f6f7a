package org.simplexity.method.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.vector.GaussianVector.Penalty;
import org.simplexity.space.PlainNetworks;

/** The chain from λ and b to the loss of a network, in double precision. */
class GeneratedWeightsTest {
  private static final int BATCH = 5;
  private static final Network NETWORK = PlainNetworks.perceptron(new Shape(1, 2, 3), 4, 3);
  private static final double LAMBDA = 0.03;
  private static final double SHARE = 0.5;

  @ParameterizedTest
  @EnumSource(FamilyModel.class)
  void gradientsOfEveryVectorAreTheDifferencesOfTheLossAtAFixedDraw(FamilyModel model) {
    PlanSettings settings = PlanSettings.defaults(BATCH).withPrecision(Precision.DOUBLE);
    try (Plan plan = Plan.compile(NETWORK, settings)) {
      load(plan);
      GeneratedWeights weights =
          new GeneratedWeights(plan, settings(model), NETWORK.initialParameters(new Random(4)));
      spread(weights);
      weights.draw(LAMBDA, new Random(8));
      plan.gradients(GradientTarget.WEIGHTS);
      weights.pullback(LAMBDA, Penalty.NONE, SHARE);
      for (int j = 0; j < weights.count(); j++) {
        FlatVector vector = weights.vector(j);
        for (int i = 0; i < vector.length(); i++) {
          double difference = SHARE * difference(plan, weights, vector, i);
          assertThat(weights.gradient(j).get(i)).isCloseTo(difference, within(1e-8));
        }
      }
    }
  }

  private static double difference(Plan plan, GeneratedWeights weights, FlatVector vector, int i) {
    double value = vector.get(i);
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      vector.set(i, value + (2 * side - 1) * 1e-6);
      weights.draw(LAMBDA, new Random(8));
      losses[side] = plan.forward(Mode.TRAINING).loss();
    }
    vector.set(i, value);
    return (losses[1] - losses[0]) / 2e-6;
  }

  private static FamilySettings settings(FamilyModel model) {
    return FamilySettings.defaults().withModel(model);
  }

  /** Takes the vectors apart from each other, so that none could stand for another. */
  private static void spread(GeneratedWeights weights) {
    Random random = new Random(2);
    for (int j = 0; j < weights.count(); j++) {
      FlatVector vector = weights.vector(j);
      for (int i = 0; i < vector.length(); i++) {
        vector.set(i, vector.get(i) + 0.2 * random.nextGaussian());
      }
    }
  }

  private static void load(Plan plan) {
    Random random = new Random(1);
    double[] images = random.doubles(BATCH * 6L, -1, 1).toArray();
    plan.load(images, random.ints(BATCH, 0, 3).toArray(), BATCH);
  }
}
