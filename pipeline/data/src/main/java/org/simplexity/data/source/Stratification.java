package org.simplexity.data.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Seed;
import org.simplexity.data.Shuffling;

/**
 * Two parts of a set of images in which every class has its share.
 *
 * <p>Of n images, n_c of class c, the first part takes k images: {@code k·n_c/n} of each class,
 * rounded by largest remainder, so off by less than one. Which ones is drawn by the seed. Both
 * parts keep the order of the set.
 *
 * @param taken the first part, k images
 * @param rest all others
 */
record Stratification(ImageSet taken, ImageSet rest) {
  /**
   * Splits off {@code count} images.
   *
   * @param count number of images to take, 0..size
   */
  static Stratification take(ImageSet set, int classes, int count, Seed seed) {
    if (count < 0 || count > set.size()) {
      throw new IllegalArgumentException(
          "cannot take %s of %s images".formatted(count, set.size()));
    }
    int[] quotas = quotas(set.countByClass(classes), set.size(), count);
    boolean[] chosen = new boolean[set.size()];
    for (int label = 0; label < classes; label++) {
      int[] members = members(set, label);
      Shuffling.shuffle(members, seed.child(label).generator());
      for (int k = 0; k < quotas[label]; k++) {
        chosen[members[k]] = true;
      }
    }
    return new Stratification(select(set, chosen, true), select(set, chosen, false));
  }

  /** Splits off a share of the images, {@code round(share · size)} of them. */
  static Stratification share(ImageSet set, int classes, double share, Seed seed) {
    return take(set, classes, (int) Math.round(share * set.size()), seed);
  }

  private static int[] quotas(int[] counts, int size, int take) {
    int[] quotas = new int[counts.length];
    long[] remainders = new long[counts.length];
    List<Integer> byRemainder = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      long product = (long) take * counts[label];
      quotas[label] = size == 0 ? 0 : (int) (product / size);
      remainders[label] = size == 0 ? 0 : product % size;
      byRemainder.add(label);
    }
    byRemainder.sort(Comparator.comparingLong((Integer label) -> -remainders[label]));
    int left = take - Arrays.stream(quotas).sum();
    for (int label : byRemainder.subList(0, left)) {
      quotas[label]++;
    }
    return quotas;
  }

  private static int[] members(ImageSet set, int label) {
    return IntStream.range(0, set.size()).filter(i -> set.label(i) == label).toArray();
  }

  private static ImageSet select(ImageSet set, boolean[] chosen, boolean wanted) {
    return set.select(IntStream.range(0, set.size()).filter(i -> chosen[i] == wanted).toArray());
  }
}
