package org.simplexity.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;

class LinearCombinationTest {
  private static FlatVector vector(Precision precision, double... values) {
    FlatVector vector = FlatVector.zeros(values.length, precision);
    vector.copyFrom(values);
    return vector;
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void sumsScaledVectorsAndForgetsWhatWasThere(Precision precision) {
    FlatVector sum = vector(precision, 100, 100);
    List<FlatVector> vectors = List.of(vector(precision, 1, 2), vector(precision, 4, 8));
    LinearCombination.sum(new double[] {2, -0.25}, vectors, sum);
    assertThat(sum.toArray()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void doesNotReadAVectorWhoseCoefficientIsZero(Precision precision) {
    FlatVector sum = vector(precision, 0);
    List<FlatVector> vectors = List.of(vector(precision, Double.NaN), vector(precision, 3));
    LinearCombination.sum(new double[] {0, 1}, vectors, sum);
    assertThat(sum.toArray()).containsExactly(3);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void ofNothingIsZero(Precision precision) {
    FlatVector sum = vector(precision, 7);
    LinearCombination.sum(new double[] {0}, List.of(vector(precision, 5)), sum);
    assertThat(sum.toArray()).containsExactly(0);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void scalesAndAddsInPlace(Precision precision) {
    FlatVector target = vector(precision, 9, 9);
    LinearCombination.scaled(0.5, vector(precision, 2, 4), target);
    assertThat(target.toArray()).containsExactly(1, 2);
    LinearCombination.add(-1, vector(precision, 1, 0), target);
    assertThat(target.toArray()).containsExactly(0, 2);
  }

  @Test
  void namesLengthsThatDoNotFit() {
    FlatVector two = vector(Precision.FLOAT, 0, 0);
    assertThatThrownBy(() -> LinearCombination.add(1, vector(Precision.FLOAT, 0), two))
        .hasMessage("a vector of length 1 does not fit one of length 2");
    assertThatThrownBy(() -> LinearCombination.sum(new double[3], List.of(two), two))
        .hasMessage("3 coefficients do not fit 1 vectors");
  }
}
