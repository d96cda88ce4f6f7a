package org.simplexity.method.bilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OuterGradientSettingsTest {
  private static final DifferenceStep STEP = DifferenceStep.doublePrecision();

  @Test
  void theUnrolledMoveOfThePaperIsAHundredth() {
    assertThat(Unrolled.ofRate(0.025).perturbation()).isEqualTo(0.01);
  }

  @Test
  void whatIsOutOfBoundsIsNamedWithItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Unrolled.ofRate(0))
        .withMessage("rate 0.0 must be positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Unrolled(0.1, Double.NaN))
        .withMessage("perturbation NaN must be positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Neumann(-1, 0.1, STEP))
        .withMessage("terms -1 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Neumann(3, -0.1, STEP))
        .withMessage("rate -0.1 must be positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConjugateGradients(0, 0, 0, STEP))
        .withMessage("iterations 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConjugateGradients(1, 0, -1, STEP))
        .withMessageContaining("damping -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DominantEigenvalue(10, 0))
        .withMessage("tolerance 0.0 must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DifferenceStep(0))
        .withMessage("relative step 0.0 must be positive and finite");
  }
}
