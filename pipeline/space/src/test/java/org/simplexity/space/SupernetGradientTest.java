package org.simplexity.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.Engine;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.Shape;

/** The whole supernet of DARTS, all eight operations, normal and reduction cells. */
class SupernetGradientTest {
  private static final double STEP = 1e-7;
  private static final int BATCH = 4;

  private static Network supernet(int extent, int channels) {
    CellSpaceSettings settings = new CellSpaceSettings(3, 2, channels, List.of("darts"), 2, 1);
    return new CellSpace(settings, new Shape(1, extent, extent + 1), 3).supernet();
  }

  @Test
  void gradientsOfWeightsAndStructureAreCentralDifferences() {
    PlanSettings settings =
        PlanSettings.defaults(BATCH).withPrecision(Precision.DOUBLE).withThreads(1).withChunk(2);
    try (Plan plan = Plan.compile(supernet(8, 2), settings.withEngine(Engine.REFERENCE))) {
      fill(plan);
      plan.gradients(GradientTarget.BOTH);
      double[] weights = plan.parameterGradients().toArray();
      double[] structure = plan.structureGradients().toArray();
      compare(plan, plan.parameters(), weights, 41);
      compare(plan, plan.structure(), structure, 1);
    }
  }

  private static void compare(Plan plan, FlatVector point, double[] gradient, int stride) {
    for (int i = 0; i < gradient.length; i += stride) {
      double at = point.get(i);
      point.set(i, at + STEP);
      double above = plan.forward(Mode.TRAINING).loss();
      point.set(i, at - STEP);
      double below = plan.forward(Mode.TRAINING).loss();
      point.set(i, at);
      double difference = (above - below) / (2 * STEP);
      assertThat(gradient[i])
          .as("coordinate %d", i)
          .isCloseTo(difference, offset(1e-6 + 1e-4 * Math.abs(difference)));
    }
  }

  @Test
  void theFastEngineAgreesWithTheReference() {
    Network network = supernet(11, 16);
    PlanSettings settings = PlanSettings.defaults(BATCH).withThreads(2).withChunk(1);
    try (Plan fast = Plan.compile(network, settings.withEngine(Engine.ONEDNN));
        Plan reference = Plan.compile(network, settings.withPrecision(Precision.DOUBLE))) {
      fill(fast);
      fill(reference);
      double loss = reference.gradients(GradientTarget.BOTH).loss();
      assertThat(fast.gradients(GradientTarget.BOTH).loss()).isCloseTo(loss, offset(1e-4));
      assertClose(fast.parameterGradients(), reference.parameterGradients());
      assertClose(fast.structureGradients(), reference.structureGradients());
      assertClose(fast.statistics(), reference.statistics());
    }
  }

  private static void assertClose(FlatVector actual, FlatVector expected) {
    double scale = expected.norm() / Math.sqrt(expected.length());
    for (int i = 0; i < expected.length(); i++) {
      assertThat(actual.get(i))
          .as("coordinate %d", i)
          .isCloseTo(expected.get(i), offset(1e-3 * (scale + Math.abs(expected.get(i)))));
    }
  }

  private static void fill(Plan plan) {
    Random random = new Random(11);
    Network network = plan.network();
    plan.parameters().copyFrom(network.initialParameters(random));
    plan.structure().copyFrom(random.doubles(network.structure().length(), 0.05, 0.25).toArray());
    plan.statistics().copyFrom(network.initialStatistics());
    double[] images = random.doubles((long) BATCH * network.input().size(), -1, 1).toArray();
    plan.load(images, random.ints(BATCH, 0, network.classes()).toArray(), BATCH);
  }
}
