package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.kernel.optimise.Adam;
import org.simplexity.kernel.optimise.Clipping;
import org.simplexity.kernel.optimise.Sgd;
import org.simplexity.kernel.optimise.UpdateRule;

/** On ND4J's engine a whole step stays on the device. */
class DeviceStepTest {
  private static final UpdateRule.Step STEP = new UpdateRule.Step(0.05, 1e-3, 0.7);

  private static PlanSettings settings(Precision precision, int chunk) {
    return PlanSettings.defaults(6)
        .withEngine(Engine.ND4J)
        .withPrecision(precision)
        .withChunk(chunk);
  }

  private static long reads(Plan plan) {
    return ((DeviceVector) plan.parameters()).device().reads();
  }

  private static void load(Plan plan, Random random) {
    Network network = plan.network();
    double[] images = random.doubles(6L * network.input().size(), -1, 1).toArray();
    plan.load(images, random.ints(6, 0, network.classes()).toArray(), 6);
    plan.drawPaths(random, 0.3);
  }

  /** Around every operation, and in networks of several normalisations, chunks and heads. */
  @TestFactory
  Stream<DynamicTest> aWholeStepReadsNothingFromTheDevice() {
    List<DynamicTest> tests = new ArrayList<>();
    Fixtures.operations()
        .forEach(
            (name, operation) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        name, () -> step(Fixtures.around(operation, new Shape(2, 5, 6)), 6))));
    for (int chunk : new int[] {2, 6}) {
      tests.add(
          DynamicTest.dynamicTest(
              "supernet in chunks of " + chunk,
              () -> step(Fixtures.supernet(new Shape(1, 8, 8), 4), chunk)));
      tests.add(
          DynamicTest.dynamicTest(
              "structure for each example in chunks of " + chunk,
              () ->
                  step(
                      Fixtures.supernet(new Shape(1, 8, 8), 4),
                      settings(Precision.FLOAT, chunk).withStructurePerExample(true))));
      tests.add(
          DynamicTest.dynamicTest(
              "auxiliary head in chunks of " + chunk,
              () -> step(Fixtures.auxiliary(new Shape(2, 7, 8)), chunk)));
    }
    return tests.stream();
  }

  private static void step(Network network, int chunk) {
    step(network, settings(Precision.FLOAT, chunk));
  }

  private static void step(Network network, PlanSettings settings) {
    try (Plan plan = Plan.compile(network, settings)) {
      Fixtures.fill(plan, 3);
      UpdateRule weights = new Sgd(0.9, plan.parameters());
      UpdateRule structure = new Adam(Adam.Decay.of(0.5, 0.999), plan.structure());
      Random random = new Random(5);
      long before = reads(plan);
      Outcome outcome = plan.forward(Mode.EVALUATION);
      for (int i = 0; i < 3; i++) {
        load(plan, random);
        outcome = plan.gradients(GradientTarget.STRUCTURE);
        structure.apply(plan.structure(), plan.structureGradients(), STEP);
        load(plan, random);
        outcome = plan.gradients(GradientTarget.WEIGHTS);
        Clipping.byValue(plan.parameterGradients(), 0.5);
        weights.apply(plan.parameters(), plan.parameterGradients(), STEP);
      }
      assertThat(reads(plan)).as("reads in six steps").isEqualTo(before);
      assertThat(outcome.loss()).isFinite();
      assertThat(outcome.correct()).isBetween(0, 6);
      int heads = network.auxiliaryLogits().isPresent() ? 2 : 1;
      assertThat(reads(plan)).as("reads of one outcome").isEqualTo(before + heads);
    }
  }

  @Test
  void anOutcomeKeepsTheNumbersOfItsPass() {
    Network network = Fixtures.auxiliary(new Shape(2, 7, 8));
    try (Plan plan = Plan.compile(network, settings(Precision.DOUBLE, 4));
        Plan same = Plan.compile(network, settings(Precision.DOUBLE, 4))) {
      Fixtures.fill(plan, 3);
      Fixtures.fill(same, 3);
      Outcome late = plan.gradients(GradientTarget.WEIGHTS);
      double early = same.gradients(GradientTarget.WEIGHTS).loss();
      plan.parameters().fill(0);
      assertThat(plan.forward(Mode.TRAINING).loss()).isNotCloseTo(early, offset(1e-3));
      assertThat(late.loss()).isEqualTo(early);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stepsOnTheDeviceAreThoseOfTheReference(boolean adam) {
    Network network = Fixtures.supernet(new Shape(1, 8, 8), 4);
    PlanSettings reference =
        PlanSettings.defaults(6).withPrecision(Precision.DOUBLE).withEngine(Engine.REFERENCE);
    try (Plan device = Plan.compile(network, settings(Precision.DOUBLE, 2));
        Plan host = Plan.compile(network, reference)) {
      List<Outcome> ours = train(device, adam);
      List<Outcome> expected = train(host, adam);
      for (int i = 0; i < ours.size(); i++) {
        assertThat(ours.get(i).loss()).isCloseTo(expected.get(i).loss(), offset(1e-9));
        assertThat(ours.get(i).correct()).isEqualTo(expected.get(i).correct());
      }
      assertThat(device.parameters().toArray())
          .containsExactly(host.parameters().toArray(), offset(1e-7));
      assertThat(device.statistics().toArray())
          .containsExactly(host.statistics().toArray(), offset(1e-9));
    }
  }

  private static List<Outcome> train(Plan plan, boolean adam) {
    Fixtures.fill(plan, 4);
    UpdateRule rule =
        adam
            ? new Adam(new Adam.Decay(0.9, 0.999, 1e-3), plan.parameters())
            : new Sgd(0.9, plan.parameters());
    List<Outcome> outcomes = new ArrayList<>();
    Random random = new Random(6);
    for (int i = 0; i < 5; i++) {
      load(plan, random);
      outcomes.add(plan.gradients(GradientTarget.WEIGHTS));
      Clipping.byValue(plan.parameterGradients(), 0.05);
      rule.apply(plan.parameters(), plan.parameterGradients(), STEP);
    }
    return outcomes;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void aPartOfABatchCountsNothingElse(Precision precision) {
    Network network = Fixtures.auxiliary(new Shape(2, 7, 8));
    try (Plan plan = Plan.compile(network, settings(precision, 4));
        Plan two = Plan.compile(network, settings(precision, 4))) {
      Fixtures.fill(plan, 3);
      Fixtures.fill(two, 3);
      double[] images = new Random(8).doubles(6L * network.input().size(), -1, 1).toArray();
      int[] labels = {0, 1, 2, 0, 1, 2};
      double loss = 0;
      int correct = 0;
      for (int part = 0; part < 2; part++) {
        int from = part * 5 * network.input().size();
        double[] pixels = Arrays.copyOfRange(images, from, images.length);
        int count = part == 0 ? 5 : 1;
        two.load(pixels, part == 0 ? labels : new int[] {2}, count);
        Outcome outcome = two.forward(Mode.EVALUATION);
        assertThat(outcome.examples()).isEqualTo(count);
        loss += count * outcome.loss();
        correct += outcome.correct();
      }
      plan.load(images, labels, 6);
      Outcome whole = plan.forward(Mode.EVALUATION);
      assertThat(loss / 6).isCloseTo(whole.loss(), offset(1e-6));
      assertThat(correct).isEqualTo(whole.correct());
    }
  }

  @Test
  void structureThatADeviceHasMovedIsNotTakenForZero() {
    Network network = Fixtures.supernet(new Shape(1, 8, 8), 4);
    try (Plan plan = Plan.compile(network, settings(Precision.DOUBLE, 3))) {
      Fixtures.fill(plan, 3);
      DeviceVector gamma = (DeviceVector) plan.structure();
      gamma.fill(0);
      assertThat(gamma.isCertainlyZero(1)).isTrue();
      gamma.set(1, 0.5);
      assertThat(gamma.isCertainlyZero(1)).isFalse();
      assertThat(gamma.isCertainlyZero(2)).isTrue();
      DeviceVector step = gamma.zerosLike();
      step.fill(0.25);
      gamma.add(1, step);
      assertThat(gamma.isCertainlyZero(2)).isFalse();
      double moved = plan.gradients(GradientTarget.WEIGHTS).loss();
      plan.structure().copyFrom(gamma.toArray());
      assertThat(plan.gradients(GradientTarget.WEIGHTS).loss()).isEqualTo(moved);
    }
  }
}
