package org.simplexity.data;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A permutation for every epoch and an augmentation for every image in it. */
final class RandomDraws implements Draws {
  private final ImageShape shape;
  private final int size;
  private final Augmentation augmentation;
  private final Seed shuffle;
  private final Seed augment;
  private volatile Epoch latest;

  private static final class Epoch {
    private final int number;
    private final int[] order;

    Epoch(int number, int[] order) {
      this.number = number;
      this.order = order;
    }
  }

  RandomDraws(ImageSet set, Augmentation augmentation, Seed seed) {
    this.shape = set.shape();
    this.size = set.size();
    this.augmentation = augmentation;
    this.shuffle = seed.child("shuffle");
    this.augment = seed.child("augment");
    this.latest = new Epoch(0, permutation(0));
  }

  @Override
  public int[] order(int epoch) {
    Epoch known = latest;
    if (known.number != epoch) {
      known = new Epoch(epoch, permutation(epoch));
      latest = known;
    }
    return known.order;
  }

  @Override
  public Placement placement(int epoch, int position) {
    if (augmentation.equals(Augmentation.defaults())) {
      return Placement.IDENTITY;
    }
    RandomGenerator random = augment.child(epoch).child(position).generator();
    return Placement.draw(augmentation, shape, random);
  }

  @Override
  public boolean keepsPartial() {
    return false;
  }

  private int[] permutation(int epoch) {
    int[] order = IntStream.range(0, size).toArray();
    Shuffling.shuffle(order, shuffle.child(epoch).generator());
    return order;
  }
}
