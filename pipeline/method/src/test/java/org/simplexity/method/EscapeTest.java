package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;

class EscapeTest {
  private static final int EPOCHS = 20;
  private static final int EDGES = 10;

  private final Structure structure =
      new Structure(Stripes.space().structure(), SearchSettings.defaults(), new Seed(1));

  private static EscapeSettings settings(EscapeRemedy remedy) {
    return new EscapeSettings(remedy, 0.95, 0.1, 1, 2, 0.5, 0.75, 2, 1);
  }

  private Escape escape(EscapeRemedy remedy) {
    return new Escape(settings(remedy), structure, EPOCHS);
  }

  /** Every edge at its second vertex; its fourth would be better on the first two edges. */
  private EdgeWatch atWorseVertices() {
    double[] theta = new double[EDGES * 4];
    for (int start = 0; start < theta.length; start += 4) {
      theta[start + 1] = 10;
    }
    structure.set(theta);
    double[] gradient = new double[EDGES * 4];
    gradient[3] = -1;
    gradient[7] = -0.2;
    gradient[11] = -0.05;
    EdgeWatch watch = structure.watch();
    watch.pass(structure.gamma(), gradient);
    watch.move(new double[EDGES * 4]);
    return watch;
  }

  @Test
  void anEdgeAtAWorseVertexHasStuck() {
    StructureDiagnosis diagnosis =
        escape(EscapeRemedy.NONE).after(3, atWorseVertices(), OptionalDouble.empty());
    assertThat(diagnosis.stuck()).isEqualTo(2);
    assertThat(diagnosis.restarted()).isZero();
    assertThat(diagnosis.gradientNorm()).isZero();
    assertThat(diagnosis.gap()).isCloseTo((1 + 0.2 + 0.05) / EDGES, within(1e-3));
  }

  @Test
  void aRestartPutsStuckEdgesAloneBackToTheCentre() {
    Escape escape = escape(EscapeRemedy.RESTART);
    StructureDiagnosis diagnosis = escape.after(3, atWorseVertices(), OptionalDouble.empty());
    assertThat(diagnosis.restarted()).isEqualTo(2);
    double[] gamma = structure.gamma();
    assertThat(Arrays.copyOf(gamma, 8)).containsOnly(0.25);
    assertThat(gamma[9]).isGreaterThan(0.99);
  }

  @Test
  void anEdgeIsRestartedNoOftenerThanAllowed() {
    Escape escape = escape(EscapeRemedy.RESTART);
    escape.after(3, atWorseVertices(), OptionalDouble.empty());
    assertThat(escape.after(4, atWorseVertices(), OptionalDouble.empty()).restarted()).isZero();
  }

  @Test
  void theLastEpochsSettle() {
    Escape escape = escape(EscapeRemedy.RESTART);
    EdgeWatch watch = atWorseVertices();
    assertThat(escape.after(EPOCHS - 1, watch, OptionalDouble.empty()).restarted()).isZero();
    assertThat(escape.after(EPOCHS - 2, watch, OptionalDouble.empty()).restarted()).isEqualTo(2);
  }

  @Test
  void aGrowingEigenvalueFreezesTheStructureWhereItWas() {
    Escape escape = escape(EscapeRemedy.EARLY_STOP);
    double[] calm = {1, 1, 1, 1.1, 3, 3};
    for (int epoch = 1; epoch <= calm.length; epoch++) {
      double[] theta = new double[EDGES * 4];
      theta[0] = epoch;
      structure.set(theta);
      escape.after(epoch, structure.watch(), OptionalDouble.of(calm[epoch - 1]));
      // (1 + 1.1) / 2 over (1.1 + 3) / 2 is 0.51 after epoch 5.
      assertThat(escape.frozen()).as("epoch %d", epoch).isEqualTo(epoch >= 5);
    }
    assertThat(structure.alpha()[0]).isEqualTo(6); // set by the test after the freeze
  }

  @Test
  void aFrozenStructureGoesBackByTheWindow() {
    Escape escape = escape(EscapeRemedy.EARLY_STOP);
    double[] eigenvalues = {1, 1, 5, 5};
    for (int epoch = 1; epoch <= 4; epoch++) {
      double[] theta = new double[EDGES * 4];
      theta[0] = epoch;
      structure.set(theta);
      escape.after(epoch, structure.watch(), OptionalDouble.of(eigenvalues[epoch - 1]));
    }
    assertThat(escape.frozen()).isTrue();
    assertThat(structure.alpha()[0]).isEqualTo(2);
  }

  @Test
  void perturbationsGrowToTheirReach() {
    Escape escape = escape(EscapeRemedy.PERTURBATION);
    double[] alpha = structure.alpha();
    assertThat(escape.forWeights(1, new Seed(1).generator())).containsExactly(alpha);
    double largest = 0;
    for (long seed = 0; seed < 50; seed++) {
      double[] moved = escape.forWeights(EPOCHS, new Seed(seed).generator());
      for (int i = 0; i < alpha.length; i++) {
        largest = Math.max(largest, Math.abs(moved[i] - alpha[i]));
      }
    }
    assertThat(largest).isBetween(0.48, 0.5);
  }

  @Test
  void goesOnFromWhatItSaved() {
    Escape saved = escape(EscapeRemedy.RESTART);
    saved.after(3, atWorseVertices(), OptionalDouble.of(2));
    Map<String, double[]> arrays = new LinkedHashMap<>();
    saved.save(arrays);
    Escape resumed = escape(EscapeRemedy.RESTART);
    resumed.restore(new MethodState(arrays));
    assertThat(resumed.after(4, atWorseVertices(), OptionalDouble.empty()).restarted()).isZero();
  }

  @Test
  void earlyStoppingNeedsAnEigenvalue() {
    assertThatThrownBy(
            () -> new EscapeSettings(EscapeRemedy.EARLY_STOP, 0.95, 0.1, 1, 2, 0.5, 0.75, 2, 0))
        .hasMessageContaining("eigenvalue_iterations");
  }
}
