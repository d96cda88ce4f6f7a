package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Seed;

class StratificationTest {
  private static final int CLASSES = 5;

  @Property(tries = 300)
  void partsAreDisjointCompleteAndInProportionByLessThanOne(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = CLASSES - 1) Integer> labels,
      @ForAll @DoubleRange(max = 1) double share,
      @ForAll long seed) {
    ImageSet set = numbered(labels);
    Stratification parts = Stratification.share(set, CLASSES, share, new Seed(seed));
    List<Integer> taken = numbers(parts.taken());
    List<Integer> all = new ArrayList<>(taken);
    all.addAll(numbers(parts.rest()));
    assertThat(all).doesNotHaveDuplicates().hasSize(labels.size());
    assertThat(taken).isSorted().hasSize((int) Math.round(share * labels.size()));
    int[] counts = set.countByClass(CLASSES);
    int[] takenCounts = parts.taken().countByClass(CLASSES);
    for (int label = 0; label < CLASSES; label++) {
      double quota = (double) taken.size() * counts[label] / labels.size();
      assertThat(Math.abs(takenCounts[label] - quota)).isLessThan(1);
    }
  }

  @Test
  void theSameSeedTakesTheSameImagesAndAnotherSeedOthers() {
    ImageSet set = numbered(labels(100));
    List<Integer> first = numbers(take(set, 40, 1));
    assertThat(numbers(take(set, 40, 1))).isEqualTo(first);
    assertThat(numbers(take(set, 40, 2))).isNotEqualTo(first);
  }

  @Test
  void everyImageIsTakenAboutEquallyOften() {
    ImageSet set = numbered(labels(20));
    int[] counts = new int[20];
    for (int seed = 0; seed < 2000; seed++) {
      for (int number : numbers(take(set, 10, seed))) {
        counts[number]++;
      }
    }
    // Each count is binomial(2000, 1/2): standard deviation 22.4; five of them.
    for (int count : counts) {
      assertThat(count).isBetween(1000 - 112, 1000 + 112);
    }
  }

  @Test
  void moreThanThereAreIsRefused() {
    assertThatThrownBy(() -> take(numbered(labels(3)), 4, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot take 4 of 3 images");
  }

  private static ImageSet take(ImageSet set, int count, long seed) {
    return Stratification.take(set, CLASSES, count, new Seed(seed)).taken();
  }

  private static List<Integer> labels(int count) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(i % CLASSES);
    }
    return labels;
  }

  /** Image i has pixels that spell i. */
  private static ImageSet numbered(List<Integer> labels) {
    ImageSet.Builder builder = ImageSet.builder(new ImageShape(1, 1, 2));
    for (int i = 0; i < labels.size(); i++) {
      builder.add(new byte[] {(byte) (i >> 8), (byte) i}, labels.get(i));
    }
    return builder.build();
  }

  private static List<Integer> numbers(ImageSet set) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      numbers.add(set.pixel(i, 0) << 8 | set.pixel(i, 1));
    }
    return numbers;
  }
}
