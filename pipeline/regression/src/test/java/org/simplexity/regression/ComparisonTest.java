package org.simplexity.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.FailedTask;
import org.simplexity.regression.runs.TaskResult;
import org.simplexity.regression.statistics.Method;

class ComparisonTest {
  private static final int[] FIVE = {0, 1, 2, 3, 4};
  private final ExperimentResults baseline = Samples.results("b", FIVE);

  @Test
  void theSameValuesAreNoWorseAndEveryGroupIsComparedByPairs() {
    Comparison comparison = Samples.compare(baseline, Samples.results("c", FIVE));
    assertThat(comparison.verdict()).isEqualTo(Verdict.NO_WORSE);
    assertThat(comparison.obstacles()).isEmpty();
    assertThat(comparison.results()).hasSize(2 * 5 + 3);
    assertThat(comparison.results())
        .filteredOn(r -> r.rule().metric().equals("test/accuracy"))
        .extracting(MetricResult::group)
        .containsExactly("train, start=scratch", "train, start=inherited");
    assertThat(comparison.results())
        .extracting(r -> r.evidence().method())
        .containsOnly(Method.PAIRED, Method.LIMIT);
  }

  @Test
  void otherSeedsOfTheSameKindAreNoWorseByWelchsTest() {
    Comparison comparison = Samples.compare(baseline, Samples.results("c", 10, 11, 12, 13, 14));
    assertThat(comparison.verdict()).as("%s", comparison.obstacles()).isEqualTo(Verdict.NO_WORSE);
    assertThat(comparison.results())
        .extracting(r -> r.evidence().method())
        .containsOnly(Method.WELCH, Method.LIMIT);
  }

  @ParameterizedTest
  @CsvSource({
    "train, test/accuracy, -0.05, true",
    "train, test/accuracy, 0.05, false",
    "train, test/accuracy, -0.009, false",
    "train, test/loss, 0.01, true",
    "train, test/loss, -0.01, false",
    "train, model/parameters, 100, false",
    "train, model/parameters, 1000, false",
    "train, model/parameters, 2000, true",
    "search, train/loss, 0.5, true",
    "search, check/gradient_error, 0.2, true",
    "search, check/gradient_error, 0.04, false",
    "train, time/total_seconds, 100, false",
  })
  void aMetricIsWorseByItsDirectionBeyondItsTolerance(
      String stage, String metric, double change, boolean worse) {
    ExperimentResults candidate =
        Samples.results("c", Samples.metric(stage, metric, value -> value + change), FIVE);
    Comparison comparison = Samples.compare(baseline, candidate);
    assertThat(comparison.verdict()).isEqualTo(worse ? Verdict.WORSE : Verdict.NO_WORSE);
    assertThat(comparison.results())
        .filteredOn(MetricResult::worse)
        .allSatisfy(result -> assertThat(result.rule().metric()).isEqualTo(metric));
  }

  @Test
  void timeIsComparedWhereItIsAskedFor() {
    ExperimentResults slow =
        Samples.results("c", Samples.metric("train", "time/total_seconds", v -> 2 * v), FIVE);
    assertThat(Samples.compare(baseline, slow, "time/total_seconds:lower:150%").verdict())
        .isEqualTo(Verdict.NO_WORSE);
    assertThat(Samples.compare(baseline, slow, "time/total_seconds:lower:20%").verdict())
        .isEqualTo(Verdict.WORSE);
  }

  @ParameterizedTest
  @CsvSource({"data.set, mnist", "space.channels, 8"})
  void otherDataOrAnotherSpaceIsNotComparableAndIsNamed(String key, String value) {
    ExperimentResults candidate = Samples.results("c", Samples.parameter(key, value), FIVE);
    Comparison comparison = Samples.compare(baseline, candidate);
    assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(comparison.obstacles())
        .allSatisfy(
            obstacle -> {
              assertThat(obstacle.what()).isEqualTo(key);
              assertThat(obstacle.candidate()).isEqualTo(value);
            })
        .isNotEmpty();
  }

  @Test
  void otherSourcesAndOtherSplitsOfTheSameSeedAreNotComparable() {
    ExperimentResults sources =
        Samples.results("c", Samples.data("source digits.csv", "xyz"), 10, 11, 12, 13, 14);
    assertThat(Samples.compare(baseline, sources).obstacles())
        .containsExactly(new Difference("data-prep", "source digits.csv", "abc", "xyz"));
    ExperimentResults splits = Samples.results("c", Samples.data("digits/train", "new"), 0, 10);
    assertThat(Samples.compare(Samples.results("b", 0, 1), splits).obstacles())
        .containsExactly(
            new Difference("data-prep, seed 0", "digits/train", "sum of split 0", "new"));
  }

  @Test
  void anotherFolderOfTheSameDataAndOtherLearningRatesAreComparable() {
    ExperimentResults moved = Samples.results("c", Samples.parameter("data.from", "/there"), FIVE);
    assertThat(Samples.compare(baseline, moved).verdict()).isEqualTo(Verdict.NO_WORSE);
    ExperimentResults longer = Samples.results("c", Samples.parameter("search.epochs", "13"), FIVE);
    Comparison comparison = Samples.compare(baseline, longer);
    assertThat(comparison.verdict()).isEqualTo(Verdict.NO_WORSE);
    assertThat(comparison.changes())
        .containsExactly(new Difference("", "search.epochs", "12", "13"));
  }

  @Test
  void aMissingMetricNeverPasses() {
    ExperimentResults without = without("test/loss");
    for (Comparison comparison :
        List.of(Samples.compare(baseline, without), Samples.compare(without, baseline))) {
      assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
      assertThat(comparison.obstacles())
          .extracting(Difference::what)
          .containsOnly("metric test/loss");
    }
    assertThat(Samples.compare(without, without).verdict()).isEqualTo(Verdict.NO_WORSE);
    Comparison asked = Samples.compare(without, without, "test/los:lower");
    assertThat(asked.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(asked.obstacles().get(0).what()).startsWith("metric test/los");
    assertThat(Samples.compare(baseline, baseline, "test/lss:lower").obstacles().get(0).what())
        .contains("did you mean \"test/loss\"?");
  }

  private static ExperimentResults without(String metric) {
    return Samples.results(
        "c",
        task -> {
          Map<String, Double> metrics = new TreeMap<>(task.metrics());
          metrics.remove(metric);
          return new TaskResult(
              task.runId(), task.stage(), task.task(), task.parameters(), metrics, task.data());
        },
        FIVE);
  }

  @Test
  void aLimitNeedsNoBaselineButACandidate() {
    assertThat(Samples.compare(without("check/gradient_error"), baseline).verdict())
        .isEqualTo(Verdict.NO_WORSE);
    assertThat(Samples.compare(baseline, without("check/gradient_error")).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @Test
  void aGroupOrASeedThatOneSideLacksNeverPasses() {
    List<TaskResult> tasks = new ArrayList<>(baseline.tasks());
    tasks.removeIf(task -> task.task().contains("inherited"));
    Comparison comparison = Samples.compare(baseline, Samples.of("c", tasks, List.of()));
    assertThat(comparison.obstacles())
        .containsExactly(new Difference("train, start=inherited", "runs", "5", "none"));
    List<TaskResult> seeds = new ArrayList<>(baseline.tasks());
    seeds.removeIf(task -> task.task().equals("search[seed=3]"));
    assertThat(Samples.compare(baseline, Samples.of("c", seeds, List.of())).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @Test
  void otherSeedsMustBeAsManyAndSeveral() {
    assertThat(Samples.compare(baseline, Samples.results("c", 10, 11, 12)).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Samples.compare(Samples.results("b", 0), Samples.results("c", 10)).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @Test
  void oneSeedIsComparedExactly() {
    ExperimentResults one = Samples.results("b", 0);
    Comparison same = Samples.compare(one, Samples.results("c", 0));
    assertThat(same.verdict()).isEqualTo(Verdict.NO_WORSE);
    assertThat(same.results())
        .extracting(r -> r.evidence().method())
        .containsOnly(Method.ONE_SEED, Method.LIMIT);
    ExperimentResults lower =
        Samples.results("c", Samples.metric("train", "test/accuracy", v -> v - 0.0101), 0);
    assertThat(Samples.compare(one, lower).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void aTaskThatDivergedIsWorseAndWhatItLeavesOutIsNoErrorOfItsOwn() {
    List<TaskResult> tasks = new ArrayList<>(baseline.tasks());
    tasks.removeIf(task -> task.task().startsWith("train[seed=3"));
    FailedTask failed = new FailedTask("train[seed=3,start=scratch]", "r", "diverged", "loss NaN");
    Comparison comparison = Samples.compare(baseline, Samples.of("c", tasks, List.of(failed)));
    assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.failures()).containsExactly(failed);
    assertThat(comparison.obstacles()).isEmpty();
  }

  @Test
  void badDataOfTheCandidateAreNotComparable() {
    FailedTask failed = new FailedTask("data-prep[seed=3]", "r", "bad data", "cut short");
    Comparison comparison = Samples.compare(baseline, Samples.of("c", List.of(), List.of(failed)));
    assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(comparison.obstacles()).extracting(Difference::what).contains("data");
  }

  @Test
  void aValueThatIsNoNumberIsWorseAndInTheBaselineNotComparable() {
    ExperimentResults broken =
        Samples.results("c", Samples.metric("train", "test/loss", v -> Double.NaN), FIVE);
    assertThat(Samples.compare(baseline, broken).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(Samples.compare(broken, baseline).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
  }
}
