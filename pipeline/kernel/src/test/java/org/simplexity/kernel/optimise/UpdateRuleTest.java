package org.simplexity.kernel.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;

class UpdateRuleTest {
  private static final UpdateRule.Step PLAIN = new UpdateRule.Step(0.1, 0, 0);

  /** A way to make a rule for vectors like a given one. */
  private interface Maker extends Function<FlatVector, UpdateRule> {}

  private static List<Maker> rules() {
    return List.of(
        like -> new Sgd(0, like),
        like -> new Sgd(0.9, like),
        like -> new Adam(Adam.Decay.of(0.9, 0.999), like),
        like -> new Adam(Adam.Decay.of(0.5, 0.999), like));
  }

  private static FlatVector vector(Precision precision, double... values) {
    FlatVector vector = FlatVector.zeros(values.length, precision);
    vector.copyFrom(values);
    return vector;
  }

  @Test
  void momentumAddsUpAGeometricSeriesOfAConstantGradient() {
    FlatVector w = vector(Precision.DOUBLE, 1);
    FlatVector g = vector(Precision.DOUBLE, 2);
    Sgd rule = new Sgd(0.5, w);
    for (int step = 0; step < 3; step++) {
      rule.apply(w, g, PLAIN);
    }
    // Moments 2, 3 and 3.5: w = 1 − 0.1 · 8.5.
    assertThat(w.get(0)).isCloseTo(0.15, within(1e-15));
  }

  @Test
  void weightDecayShrinksAWeightWithoutGradientGeometrically() {
    FlatVector w = vector(Precision.DOUBLE, 8);
    Sgd rule = new Sgd(0, w);
    for (int step = 0; step < 4; step++) {
      rule.apply(w, vector(Precision.DOUBLE, 0), new UpdateRule.Step(0.1, 0.5, 0));
    }
    assertThat(w.get(0)).isCloseTo(8 * Math.pow(0.95, 4), within(1e-14));
  }

  @Test
  void adamMovesByTheRateAgainstTheSignOfAConstantGradient() {
    FlatVector w = vector(Precision.DOUBLE, 1, 1, 1);
    FlatVector g = vector(Precision.DOUBLE, 1e-3, -20, 0);
    Adam rule = new Adam(Adam.Decay.of(0.9, 0.999), w);
    for (int step = 0; step < 7; step++) {
      rule.apply(w, g, PLAIN);
    }
    // Bias correction makes both corrected moments exactly g and g².
    assertThat(w.toArray()).containsExactly(new double[] {0.3, 1.7, 1}, within(1e-4));
  }

  @Test
  void adamFollowsItsRecurrence() {
    FlatVector w = vector(Precision.DOUBLE, 0);
    Adam rule = new Adam(new Adam.Decay(0.5, 0.75, 1e-12), w);
    rule.apply(w, vector(Precision.DOUBLE, 1), PLAIN);
    rule.apply(w, vector(Precision.DOUBLE, 3), PLAIN);
    // m = 1/4 + 3/2 = 7/4, corrected by 3/4; v = 3/16 + 9/4 = 39/16, corrected by 7/16.
    double second = 0.1 * (7 / 4. / (3 / 4.)) / Math.sqrt(39 / 16. / (7 / 16.));
    assertThat(w.get(0)).isCloseTo(-0.1 - second, within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsTheMinimumOfAQuadratic(Maker rule) {
    FlatVector w = vector(Precision.DOUBLE, 3, -2);
    UpdateRule made = rule.apply(w);
    for (int step = 0; step < 4000; step++) {
      FlatVector g = vector(Precision.DOUBLE, w.get(0) - 1, 4 * (w.get(1) - 0.5));
      made.apply(w, g, new UpdateRule.Step(0.01, 0, 0));
    }
    assertThat(w.toArray()).containsExactly(new double[] {1, 0.5}, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void singlePrecisionFollowsDouble(Maker rule) {
    Random random = new Random(3);
    double[] start = random.doubles(100, -1, 1).toArray();
    FlatVector wide = vector(Precision.DOUBLE, start);
    FlatVector narrow = vector(Precision.FLOAT, start);
    UpdateRule wideRule = rule.apply(wide);
    UpdateRule narrowRule = rule.apply(narrow);
    UpdateRule.Step step = new UpdateRule.Step(0.01, 1e-3, 0.5);
    for (int i = 0; i < 20; i++) {
      double[] gradient = random.doubles(100, -1, 1).toArray();
      wideRule.apply(wide, vector(Precision.DOUBLE, gradient), step);
      narrowRule.apply(narrow, vector(Precision.FLOAT, gradient), step);
    }
    assertThat(narrow.toArray()).containsExactly(wide.toArray(), within(2e-5));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void goesOnBitForBitFromItsState(Maker rule) {
    FlatVector w = vector(Precision.FLOAT, 1, 2);
    FlatVector copy = vector(Precision.FLOAT, 1, 2);
    FlatVector g = vector(Precision.FLOAT, 0.3, -0.7);
    UpdateRule first = rule.apply(w);
    first.apply(w, g, PLAIN);
    copy.copyFrom(w);
    UpdateRule second = rule.apply(copy);
    second.restore(first.state());
    first.apply(w, g, PLAIN);
    second.apply(copy, g, PLAIN);
    assertThat(copy.toArray()).containsExactly(w.toArray());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesOtherLengthsAndIncompleteStates(Maker rule) {
    UpdateRule made = rule.apply(vector(Precision.FLOAT, 1, 2));
    FlatVector longer = vector(Precision.FLOAT, 1, 2, 3);
    assertThatThrownBy(() -> made.apply(longer, longer, PLAIN)).hasMessageContaining("length 3");
    assertThatThrownBy(() -> made.restore(Map.of())).hasMessageContaining("moment");
  }
}
