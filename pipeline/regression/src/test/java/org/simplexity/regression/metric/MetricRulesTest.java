package org.simplexity.regression.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "test/accuracy:higher:0.01",
        "train:train/loss:lower:5%",
        "search:check/gradient_error:at-most:0.05",
        "accuracy/discrete:at-least:0.5"
      })
  void aRuleIsReadAsItIsWritten(String text) {
    List<MetricRule> asked = MetricRules.defaults().with(List.of(text)).asked();
    assertThat(asked).extracting(MetricRule::toString).containsExactly(text);
  }

  @Test
  void aRuleTakesThePlaceOfTheDefaultOfItsMetric() {
    MetricRules rules = MetricRules.defaults().with(List.of("train/loss:lower:20%"));
    assertThat(rules.rules())
        .filteredOn(rule -> rule.metric().equals("train/loss"))
        .extracting(MetricRule::toString)
        .containsExactly("train/loss:lower:20%");
    MetricRules ofOneStage = MetricRules.defaults().with(List.of("search:train/loss:lower:20%"));
    assertThat(ofOneStage.rules())
        .filteredOn(rule -> rule.metric().equals("train/loss"))
        .extracting(MetricRule::toString)
        .containsExactly("train:train/loss:lower:5%", "search:train/loss:lower:20%");
  }

  @Test
  void aMetricCanBeLeftOut() {
    MetricRules rules = MetricRules.defaults().with(List.of("model/parameters:ignored"));
    assertThat(rules.rules()).hasSize(MetricRules.defaults().rules().size() - 1);
    assertThat(rules.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test/accuracy | [STAGE:]NAME:higher|lower",
        "test/accuracy:highr | did you mean \"higher\"?",
        "trian:test/accuracy:higher | did you mean \"train\"?",
        "test/accuracy:higher:much | \"much\" is no number",
        "test/accuracy:higher:-1 | must be 0 or more",
        "x:at-most | a limit is missing",
        "x:at-most:5% | not a percentage",
        "x:ignored:1 | nothing may follow",
        ":higher | [STAGE:]NAME:higher|lower",
        "a:b:c:d | [STAGE:]NAME:higher|lower",
        "x:higher:NaN | not a number",
      })
  void mistakesAreToldWithTheNearestChoice(String text, String message) {
    assertThatThrownBy(() -> MetricRules.defaults().with(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPercentageIsOfTheSizeOfTheBaseline() {
    assertThat(Amount.percent(5).absolute(-2)).isEqualTo(0.1);
    assertThat(Amount.of(0.3).absolute(-2)).isEqualTo(0.3);
    assertThat(Goal.HIGHER.badness(0.9)).isEqualTo(-0.9);
    assertThat(Goal.LOWER.badness(0.9)).isEqualTo(0.9);
  }
}
