package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.method.distribution.StructureDistribution;

class StructurePriorTest {
  private static final int EPOCHS = 7;
  private static final double WEIGHT = 0.3;
  private static final double[] POINT = {0.2, -0.4, 1.1, 0, 0.5, -0.7};

  private static StructurePrior prior(PriorStrength strength) {
    StructurePriorSettings settings =
        new StructurePriorSettings(strength, WEIGHT, AnnealingSettings.constant(0.4));
    return new StructurePrior(settings, 3, EPOCHS);
  }

  private static StructurePrior.Penalty penalty(
      PriorStrength strength, RelaxationKind kind, double[] theta, int epoch) {
    RelaxationSettings settings =
        new RelaxationSettings(kind, AnnealingSettings.constant(0.7), false, DrawScope.BATCH);
    StructureDistribution edge = settings.of(3, epoch, EPOCHS);
    StructureDraw draw = StructureDraw.of(edge, theta, new Seed(3).generator());
    return prior(strength).penalty(draw, theta, epoch);
  }

  @Test
  void weakRegularisationHasNoGradient() {
    double[] gradient = penalty(PriorStrength.WEAK, RelaxationKind.SOFTMAX, POINT, 4).gradient();
    assertThat(gradient).containsOnly(0);
  }

  @Test
  void strongRegularisationDrivesEveryEdgeAwayFromTheCentre() {
    double[] gradient = penalty(PriorStrength.STRONG, RelaxationKind.SOFTMAX, POINT, 1).gradient();
    double[] gamma = new double[POINT.length];
    for (int start = 0; start < POINT.length; start += 3) {
      double sum = 0;
      for (int k = start; k < start + 3; k++) {
        sum += Math.exp(POINT[k]);
      }
      for (int k = start; k < start + 3; k++) {
        gamma[k] = Math.exp(POINT[k]) / sum;
      }
    }
    // −λ ∂/∂θ_i Σ_k (α − 1) ln γ_k = λ (1 − α) (1 − K γ_i), and α = 1e-30.
    for (int i = 0; i < gamma.length; i++) {
      assertThat(gradient[i]).isCloseTo(WEIGHT * (1 - 3 * gamma[i]), within(1e-14));
    }
  }

  @Test
  void varyingRegularisationGoesFromWeakToStrong() {
    RelaxationKind softmax = RelaxationKind.SOFTMAX;
    double[] first = penalty(PriorStrength.VARYING, softmax, POINT, 1).gradient();
    double[] last = penalty(PriorStrength.VARYING, softmax, POINT, EPOCHS).gradient();
    assertThat(first).containsOnly(0);
    assertThat(last)
        .containsExactly(
            penalty(PriorStrength.STRONG, softmax, POINT, 1).gradient(), within(1e-14));
  }

  @Test
  void noPriorIsNoPenalty() {
    StructurePrior.Penalty none = penalty(PriorStrength.NONE, RelaxationKind.SOFTMAX, POINT, 1);
    assertThat(none.value()).isZero();
    assertThat(none.gradient()).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX", "GUMBEL_SOFTMAX", "LOGIT_NORMAL", "DIRICHLET"})
  void theGradientIsThatOfThePenaltyWithTheNoiseHeld(RelaxationKind kind) {
    double[] theta =
        kind == RelaxationKind.LOGIT_NORMAL ? new double[] {0.2, -0.4, 1.1, -0.5, 0.3, 0.1} : POINT;
    double[] gradient = penalty(PriorStrength.CUSTOM, kind, theta, 1).gradient();
    double step = 1e-5;
    for (int i = 0; i < theta.length; i++) {
      double[] above = theta.clone();
      double[] below = theta.clone();
      above[i] += step;
      below[i] -= step;
      double difference =
          penalty(PriorStrength.CUSTOM, kind, above, 1).value()
              - penalty(PriorStrength.CUSTOM, kind, below, 1).value();
      assertThat(gradient[i])
          .as("%s, parameter %d", kind, i)
          .isCloseTo(difference / (2 * step), within(1e-7));
    }
  }

  @Test
  void equalPriorAndPosteriorCostNothing() {
    // θ = 0 at temperature 0.4 is Dir(0.4, 0.4, 0.4), the custom prior itself.
    RelaxationSettings dirichlet =
        new RelaxationSettings(
            RelaxationKind.DIRICHLET, AnnealingSettings.constant(0.4), false, DrawScope.BATCH);
    StructureDistribution edge = dirichlet.of(3, 1, EPOCHS);
    for (long seed : List.of(1L, 2L, 3L)) {
      StructureDraw draw = StructureDraw.of(edge, new double[3], new Seed(seed).generator());
      assertThat(prior(PriorStrength.CUSTOM).penalty(draw, new double[3], 1).value())
          .isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void ofADirichletPosteriorItIsTheDivergenceWhateverTheDraw() {
    // Two edges Dir(1, 1, 2) of Dir(½, ½, ½): ln Γ(4) − ln Γ(3/2) + 3 ln Γ(½) + Σ (a − ½) (ψ(a) −
    // ψ(4)),
    // ψ(1) − ψ(4) = −11/6, ψ(2) − ψ(4) = −5/6, Γ(½)³ / Γ(3/2) = 2π.
    double divergence = Math.log(6) + Math.log(2 * Math.PI) - 11.0 / 6 - 1.5 * 5 / 6;
    StructurePriorSettings settings =
        new StructurePriorSettings(PriorStrength.CUSTOM, WEIGHT, AnnealingSettings.constant(0.5));
    StructurePrior prior = new StructurePrior(settings, 3, EPOCHS);
    StructureDistribution edge =
        new RelaxationSettings(
                RelaxationKind.DIRICHLET, AnnealingSettings.constant(1), false, DrawScope.BATCH)
            .of(3, 1, EPOCHS);
    double[] theta = {0, 0, Math.log(2), 0, 0, Math.log(2)};
    for (long seed : List.of(1L, 2L, 3L)) {
      StructureDraw draw = StructureDraw.of(edge, theta, new Seed(seed).generator());
      assertThat(prior.penalty(draw, theta, 1).value())
          .isCloseTo(WEIGHT * 2 * divergence, within(1e-13));
    }
  }
}
