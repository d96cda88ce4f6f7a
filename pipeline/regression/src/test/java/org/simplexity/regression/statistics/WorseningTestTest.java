package org.simplexity.regression.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Expected values: Student's data on sleep, as the manual of R prints them for {@code t.test(extra
 * ~ group, data = sleep)} and its paired form; one-sided p values are half of the two-sided ones.
 */
class WorseningTestTest {
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void pairsAgreeWithThePublishedExample() {
    Evidence evidence = WorseningTest.paired(FIRST, SECOND, 0);
    assertThat(evidence.method()).isEqualTo(Method.PAIRED);
    assertThat(evidence.worsening()).isCloseTo(1.58, within(1e-12));
    assertThat(evidence.worsening() / evidence.error()).isCloseTo(4.0621, within(5e-5));
    assertThat(evidence.degrees()).isEqualTo(9);
    assertThat(evidence.probability()).isCloseTo(0.002833 / 2, within(5e-7));
    assertThat(evidence.worsening() - evidence.halfWidth(0.95)).isCloseTo(0.7001142, within(5e-8));
    assertThat(evidence.worsening() + evidence.halfWidth(0.95)).isCloseTo(2.4598858, within(5e-8));
  }

  @Test
  void groupsAgreeWithThePublishedExample() {
    Evidence evidence = WorseningTest.welch(FIRST, SECOND, 0);
    assertThat(evidence.method()).isEqualTo(Method.WELCH);
    assertThat(evidence.worsening() / evidence.error()).isCloseTo(1.8608, within(5e-5));
    assertThat(evidence.degrees()).isCloseTo(17.776, within(5e-4));
    assertThat(evidence.probability()).isCloseTo(0.07939 / 2, within(5e-6));
    assertThat(evidence.worsening() - evidence.halfWidth(0.95)).isCloseTo(-0.2054832, within(5e-8));
    assertThat(evidence.worsening() + evidence.halfWidth(0.95)).isCloseTo(3.3654832, within(5e-8));
  }

  @Test
  void anImprovementIsNeverSignificant() {
    assertThat(WorseningTest.paired(SECOND, FIRST, 0).probability())
        .isCloseTo(1 - 0.002833 / 2, within(5e-7));
    assertThat(WorseningTest.welch(SECOND, FIRST, 0).probability()).isGreaterThan(0.9);
  }

  @Test
  void aToleranceShiftsTheHypothesis() {
    double[] shifted = SECOND.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] -= 0.5;
    }
    assertThat(WorseningTest.paired(FIRST, SECOND, 0.5).probability())
        .isCloseTo(WorseningTest.paired(FIRST, shifted, 0).probability(), within(1e-12));
    assertThat(WorseningTest.paired(FIRST, SECOND, 1.58).probability())
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void equalValuesAreNotWorseAndLeaveNothingToEstimate() {
    for (double tolerance : new double[] {0, 0.1}) {
      assertThat(WorseningTest.paired(FIRST, FIRST, tolerance).probability()).isEqualTo(1);
    }
    double[] same = {0.1, 0.1, 0.1};
    assertThat(WorseningTest.welch(same, same, 0).probability()).isEqualTo(1);
    assertThat(WorseningTest.welch(same, same, 0).halfWidth(0.95)).isZero();
  }

  @Test
  void aConstantDifferenceIsJudgedExactlyInSpiteOfRounding() {
    double[] before = {0.1, 0.2, 0.3};
    double[] after = {0.2, 0.30000000000000004, 0.4};
    assertThat(WorseningTest.paired(before, after, 0.1).probability()).isEqualTo(1);
    assertThat(WorseningTest.paired(before, after, 0.0999).probability()).isZero();
  }

  @Test
  void groupsWithoutSpreadProveNoMoreThanAPermutationOfThem() {
    double[] low = {0.5, 0.5};
    double[] high = {0.6, 0.6, 0.6};
    assertThat(WorseningTest.welch(low, high, 0.05).probability()).isEqualTo(0.1); // 1 / C(5, 2)
    assertThat(WorseningTest.welch(low, high, 0.1).probability()).isEqualTo(1);
    double[] spread = {0.599, 0.6, 0.601};
    assertThat(WorseningTest.welch(low, spread, 0).probability()).isEqualTo(0.1);
    double[] five = {1, 1, 1, 1, 1};
    double[] larger = {2, 2, 2, 2, 2};
    assertThat(WorseningTest.welch(five, larger, 0).probability())
        .isCloseTo(1 / 252.0, within(1e-15)); // 1 / C(10, 5)
  }

  @Test
  void oneSeedIsComparedWithoutATest() {
    Evidence worse = WorseningTest.paired(new double[] {1}, new double[] {1.2}, 0.1);
    assertThat(worse.method()).isEqualTo(Method.ONE_SEED);
    assertThat(worse.probability()).isZero();
    assertThat(worse.halfWidth(0.95)).isNaN();
    assertThat(WorseningTest.paired(new double[] {1}, new double[] {1.05}, 0.1).probability())
        .isEqualTo(1);
  }

  @Test
  void tooFewValuesAreRefused() {
    assertThatThrownBy(() -> WorseningTest.welch(new double[] {1}, new double[] {1, 2}, 0))
        .hasMessageContaining("two values");
    assertThatThrownBy(() -> WorseningTest.paired(new double[2], new double[3], 0))
        .hasMessageContaining("equal lengths");
  }

  @Test
  void holmAgreesWithTheDefinition() {
    // m = 4: 4·0.01, 3·0.02, 2·0.03, then never less than before; as R's p.adjust(p, "holm")
    assertThat(Holm.corrected(List.of(0.04, 0.01, 0.03, 0.02)))
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .containsExactly(0.06, 0.04, 0.06, 0.06);
    assertThat(Holm.corrected(List.of(0.6, 0.7))).containsExactly(1.0, 1.0);
    assertThat(Holm.corrected(List.of())).isEmpty();
    assertThat(Holm.corrected(List.of(0.0, 0.5))).containsExactly(0.0, 0.5);
  }
}
