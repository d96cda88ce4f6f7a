package org.simplexity.stage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataException;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;
import org.simplexity.tracking.Table;

/** Who stands for an experiment, and what the leaderboard says. */
class ContenderTest {
  @TempDir Path folder;

  private Trainings trainings() {
    return new Trainings(folder)
        .data(0, "d0")
        .data(1, "d1")
        .trained(8, 0, 0.99)
        .trained(8, 1, 0.81)
        .trained(16, 0, 0.92)
        .trained(16, 1, 0.94);
  }

  private static Contender contender(Trainings trainings) throws IOException {
    Winner winner = Winner.of(Variant.of(trainings.trained(), "all")).orElseThrow();
    return Contender.of(winner, trainings.prepared());
  }

  @Test
  void isTheVariantOfTheHighestMeanNotTheLuckiestSeed() throws IOException {
    Contender contender = contender(trainings());
    assertThat(contender.variant()).isEqualTo("space.channels=16");
    assertThat(contender.accuracy()).isCloseTo(0.93, within(1e-12));
    assertThat(contender.run().summary().id()).isEqualTo("train-16-1");
  }

  @Test
  void itsDataAreTheTestImagesOfAllItsSeeds() throws IOException {
    String both = Checksums.of("SHA-256", "d0\nd1".getBytes(StandardCharsets.UTF_8));
    assertThat(contender(trainings()).data()).isEqualTo(both);
  }

  @Test
  void seedsThatShareTheirTestImagesHaveThoseOfOneSeed() throws IOException {
    Trainings fixed = new Trainings(folder).data(0, "d").data(1, "d");
    assertThat(contender(fixed.trained(8, 0, 0.5).trained(8, 1, 0.6)).data()).isEqualTo("d");
  }

  @Test
  void imagesThatNobodyPreparedAreAnErrorThatNamesTheTraining() {
    Trainings lost = new Trainings(folder).data(0, "d").trained(8, 5, 0.5);
    assertThatThrownBy(() -> contender(lost))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("train-8-5")
        .hasMessageContaining("--upstream data-prep=");
  }

  @Test
  void imagesWithoutDigestAreAnErrorThatNamesTheRun() {
    Trainings old = new Trainings(folder).data(0, "d").trained(8, 0, 0.5);
    ((RecordedRun) old.prepared().get(0)).artifact("data/provenance.json", "{}");
    assertThatThrownBy(() -> contender(old))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data-0")
        .hasMessageContaining("/splits/test/sha256")
        .hasMessageContaining("--fresh");
  }

  @Test
  void theLeaderboardHasARowAVariantTheBestFirst() {
    Table table = Leaderboard.of(Variant.of(trainings().trained(), "all"));
    assertThat(table.columns().subList(0, 3)).containsExactly("rank", "variant", "seeds");
    assertThat(table.rows().get(0).subList(0, 3)).isEqualTo(List.of(1, "space.channels=16", 2));
    assertThat((Double) table.rows().get(0).get(3)).isCloseTo(0.93, within(1e-12));
    assertThat((Double) table.rows().get(0).get(4)).isCloseTo(0.02 / Math.sqrt(2), within(1e-12));
    assertThat(table.rows().get(0).subList(5, 8))
        .isEqualTo(List.of("train-16-1", 16000.0, 80000.0));
    assertThat(table.rows().get(1).subList(0, 3)).isEqualTo(List.of(2, "space.channels=8", 2));
    assertThat(table.rows().get(1).get(5)).isEqualTo("train-8-0");
  }

  @Test
  void whatWasNotTestedComesLastWithGaps() {
    Trainings mixed = new Trainings(folder).trained(8, 0, 0.2);
    RecordedRun untested =
        new RecordedRun("train", folder.resolve("untested"))
            .with("data.set", "digits")
            .with("space.channels", "4");
    Table table = Leaderboard.of(Variant.of(List.of(untested, mixed.trained().get(0)), "all"));
    assertThat(table.rows().get(0).get(1)).isEqualTo("space.channels=8");
    assertThat(table.rows().get(1))
        .isEqualTo(Arrays.asList(2, "space.channels=4", 1, null, null, "untested", null, null));
  }
}
