package org.simplexity.method.bilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;

class DominantEigenvalueTest {
  private static UnaryOperator<double[]> diagonal(double... eigenvalues) {
    return v -> {
      double[] image = v.clone();
      for (int i = 0; i < v.length; i++) {
        image[i] *= eigenvalues[i];
      }
      return image;
    };
  }

  private static DominantEigenvalue.Estimate of(double... eigenvalues) {
    return DominantEigenvalue.defaults()
        .of(diagonal(eigenvalues), eigenvalues.length, new Random(1));
  }

  @Test
  void isTheLargestByAbsoluteValueWithItsSign() {
    assertThat(of(1, -5, 3).value()).isCloseTo(-5, within(5e-3));
    assertThat(of(1, 4, -3).value()).isCloseTo(4, within(4e-3));
  }

  @Test
  void equalEigenvaluesConvergeAtOnce() {
    DominantEigenvalue.Estimate estimate = of(2, 2, 2);
    assertThat(estimate.products()).isEqualTo(1);
    assertThat(estimate.value()).isCloseTo(2, within(1e-12));
  }

  @Test
  void anEigenvalueAndItsOppositeDoNotConvergeAndSaySo() {
    assertThat(of(3, -3).converged()).isFalse();
    assertThat(of(3, -3).products()).isEqualTo(100);
  }

  @Test
  void theMatrixOfZerosHasTheEigenvalueZero() {
    assertThat(of(0, 0).converged()).isTrue();
    assertThat(of(0, 0).value()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertThat(of(1, 2, 2.5)).isEqualTo(of(1, 2, 2.5));
  }

  @Test
  void thatOfAQuadraticLossIsThatOfItsMatrix() {
    Quadratic problem = Quadratic.random(2);
    double expected = new EigenDecompositionSymmetric(problem.hessian()).getEigenvalue(0);
    HessianVectorProduct hessian =
        HessianVectorProduct.ofInnerWeights(
            problem,
            new double[Quadratic.WEIGHTS],
            new double[Quadratic.HYPERPARAMETERS],
            DifferenceStep.doublePrecision());
    DominantEigenvalue.Estimate estimate =
        new DominantEigenvalue(2000, 1e-5).of(hessian, hessian.length(), new Random(3));
    assertThat(estimate.converged()).isTrue();
    assertThat(estimate.value()).isCloseTo(expected, within(1e-4));
  }

  /** Q of the quadratic problem has the unit matrix in h. */
  @Test
  void theOuterHessianInHyperparametersIsFoundAtFixedWeights() {
    HessianVectorProduct hessian =
        HessianVectorProduct.ofOuterHyperparameters(
            Quadratic.random(2),
            new double[Quadratic.WEIGHTS],
            new double[] {1, 2, 3, 4},
            DifferenceStep.doublePrecision());
    assertThat(hessian.apply(new double[] {1, -2, 0, 5}))
        .containsExactly(new double[] {1, -2, 0, 5}, within(1e-8));
  }
}
