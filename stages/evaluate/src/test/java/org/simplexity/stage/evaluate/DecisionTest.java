package org.simplexity.stage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.stage.evaluate.Decision.Verdict;
import org.simplexity.tracking.ModelVersion;

/** Whether a contender becomes champion. */
class DecisionTest {
  private static final String DATA = "aaaa";
  @TempDir Path folder;

  private Contender contender(double accuracy) {
    return new Contender("mine", accuracy, new RecordedRun("train", folder), DATA);
  }

  private static Optional<Standing> champion(double accuracy, String data) {
    return Optional.of(new Standing("other", Optional.of(new Standing.Result(accuracy, data))));
  }

  @Test
  void whoComesFirstIsChampion() {
    Decision decision = Decision.of(Optional.empty(), contender(0.1), "own");
    assertThat(decision.verdict()).isEqualTo(Verdict.FIRST);
    assertThat(decision.moves()).isTrue();
    assertThat(decision.isComparable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.91, BETTER, true", "0.90, NOT_BETTER, false", "0.89, NOT_BETTER, false"})
  void theHigherMeanWinsAndADrawDoesNot(double accuracy, Verdict verdict, boolean moves) {
    Decision decision = Decision.of(champion(0.90, DATA), contender(accuracy), "own");
    assertThat(decision.verdict()).isEqualTo(verdict);
    assertThat(decision.moves()).isEqualTo(moves);
    assertThat(decision.isComparable()).isTrue();
    assertThat(decision.reason()).contains("0.9000", "other");
  }

  @Test
  void resultsOnOtherTestImagesAreNotComparedHoweverHigh() {
    Decision decision = Decision.of(champion(0.10, "bbbb"), contender(0.99), "own");
    assertThat(decision.verdict()).isEqualTo(Verdict.INCOMPARABLE);
    assertThat(decision.moves()).isFalse();
    assertThat(decision.isComparable()).isFalse();
    assertThat(decision.reason()).contains("other test images", "aaaa", "bbbb");
  }

  @Test
  void aChampionThatDoesNotSayWhatItReachedStays() {
    Standing silent = new Standing("other", Optional.empty());
    Decision decision = Decision.of(Optional.of(silent), contender(0.99), "own");
    assertThat(decision.moves()).isFalse();
    assertThat(decision.isComparable()).isFalse();
    assertThat(decision.reason()).contains("other", "does not say");
  }

  @Test
  void aStageThatRunsAgainFindsItsOwnExperimentChampion() {
    Standing own = new Standing("own", Optional.of(new Standing.Result(0.95, "bbbb")));
    Decision decision = Decision.of(Optional.of(own), contender(0.90), "own");
    assertThat(decision.verdict()).isEqualTo(Verdict.AGAIN);
    assertThat(decision.moves()).isTrue();
  }

  @Test
  void theTagsOfAContenderAreReadBackAsTheStandingOfTheChampion() {
    Standing standing = Standing.of(version(contender(0.1 + 0.2).tags()));
    assertThat(standing.runId()).isEqualTo("run");
    assertThat(standing.result()).contains(new Standing.Result(0.1 + 0.2, DATA));
  }

  @Test
  void tagsOfAnotherMetricOrOfNoNumberAreNoResult() {
    Map<String, String> other =
        Map.of(Standing.METRIC, "accuracy", Standing.VALUE, "0.5", Standing.DATA, DATA);
    Map<String, String> words =
        Map.of(Standing.METRIC, "test/accuracy", Standing.VALUE, "good", Standing.DATA, DATA);
    for (Map<String, String> tags : List.of(Map.<String, String>of(), other, words)) {
      assertThat(Standing.of(version(tags)).result()).as(tags.toString()).isEmpty();
    }
  }

  private static ModelVersion version(Map<String, String> tags) {
    return new ModelVersion("model", 1, "run", "source", tags, List.of(), Instant.EPOCH);
  }
}
