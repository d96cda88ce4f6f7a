package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final ImageSet SET =
      Images.counted(new ImageShape(2, 3, 4), 23, 23).named("train");
  private static final ChannelStatistics STATISTICS = ChannelStatistics.of(SET);
  private static final Augmentation ALL = new Augmentation(1, true, 2);

  @Test
  void trainingDropsTheLastPartialBatchAndEvaluationKeepsIt() {
    assertThat(training(5, ALL).perEpoch()).isEqualTo(4);
    Batches evaluation = Batches.evaluation(SET, STATISTICS, 5);
    assertThat(evaluation.perEpoch()).isEqualTo(5);
    ImageBatch last = evaluation.newBatch();
    evaluation.fill(0, 0, last);
    evaluation.fill(0, 4, last);
    assertThat(last.count()).isEqualTo(3);
    assertThat(last.labels()).containsExactly(20, 21, 22, 0, 0);
    for (int i = 3 * 24; i < 5 * 24; i++) {
      assertThat(last.images()[i]).isZero();
    }
  }

  @Test
  void evaluationWritesEveryImageInOrderAndNormalised() {
    Batches evaluation = Batches.evaluation(SET, STATISTICS, 23);
    ImageBatch batch = evaluation.newBatch();
    evaluation.fill(9, 0, batch);
    for (int i = 0; i < 23; i++) {
      assertThat(batch.labels()[i]).isEqualTo(i);
      for (int p = 0; p < 24; p++) {
        double mean = STATISTICS.mean().get(p / 12);
        double deviation = STATISTICS.standardDeviation().get(p / 12);
        assertThat(batch.images()[i * 24 + p])
            .isEqualTo((float) ((SET.pixel(i, p) / 255.0 - mean) / deviation));
      }
    }
  }

  @Property(tries = 50)
  void anEpochHoldsEveryImageAtMostOnce(
      @ForAll long seed,
      @ForAll @IntRange(max = 50) int epoch,
      @ForAll @IntRange(min = 1, max = 23) int size) {
    Batches batches = Batches.training(SET, STATISTICS, size, ALL, new Seed(seed));
    List<Integer> seen = labels(batches, epoch);
    assertThat(seen).hasSize(23 / size * size).doesNotHaveDuplicates();
  }

  @Property(tries = 30)
  void aBatchDependsOnSeedEpochAndIndexAlone(@ForAll long seed) {
    Batches undisturbed = Batches.training(SET, STATISTICS, 5, ALL, new Seed(seed));
    Map<Integer, float[]> first = new HashMap<>();
    ImageBatch batch = undisturbed.newBatch();
    for (int k = 0; k < 12; k++) {
      undisturbed.fill(k / 4, k % 4, batch);
      first.put(k, batch.images().clone());
    }
    Batches resumed = Batches.training(SET, STATISTICS, 5, ALL, new Seed(seed));
    for (int k = 11; k >= 0; k -= 3) {
      resumed.fill(k / 4, k % 4, batch);
      assertThat(batch.images()).isEqualTo(first.get(k));
    }
  }

  @Test
  void epochsAndSeedsGiveOtherOrders() {
    List<Integer> epoch0 = labels(training(23, ALL), 0);
    assertThat(labels(training(23, ALL), 1)).isNotEqualTo(epoch0);
    assertThat(labels(Batches.training(SET, STATISTICS, 23, ALL, new Seed(8)), 0))
        .isNotEqualTo(epoch0);
  }

  @Test
  void withoutAugmentationTrainingImagesAreThoseOfTheSet() {
    Batches batches = training(23, Augmentation.defaults());
    ImageBatch batch = batches.newBatch();
    batches.fill(3, 0, batch);
    float[] table = STATISTICS.normalisation(0);
    for (int k = 0; k < 23; k++) {
      assertThat(batch.images()[k * 24 + 5]).isEqualTo(table[SET.pixel(batch.labels()[k], 5)]);
    }
  }

  @Test
  void aBatchLargerThanTheSplitIsRefusedWithBothNumbers() {
    assertThatThrownBy(() -> training(4096, ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("batch 4096 is larger than the train split: 23 images; lower");
  }

  @Test
  void aBatchOfNoImagesIsRefused() {
    assertThatThrownBy(() -> Batches.evaluation(SET, STATISTICS, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch 0 is smaller than 1");
  }

  @Test
  void aBatchBeyondTheEpochOrOfAnotherShapeIsRefused() {
    Batches batches = training(5, ALL);
    assertThatThrownBy(() -> batches.fill(0, 4, batches.newBatch()))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("batch 4 of 4 of the train split");
    assertThatThrownBy(() -> batches.fill(0, 0, new ImageBatch(SET.shape(), 6)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Batches training(int size, Augmentation augmentation) {
    return Batches.training(SET, STATISTICS, size, augmentation, new Seed(7));
  }

  private static List<Integer> labels(Batches batches, int epoch) {
    ImageBatch batch = batches.newBatch();
    List<Integer> labels = new ArrayList<>();
    for (int index = 0; index < batches.perEpoch(); index++) {
      batches.fill(epoch, index, batch);
      for (int k = 0; k < batch.count(); k++) {
        labels.add(batch.labels()[k]);
      }
    }
    return labels;
  }
}
