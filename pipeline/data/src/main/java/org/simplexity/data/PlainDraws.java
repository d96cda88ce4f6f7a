package org.simplexity.data;

import java.util.stream.IntStream;

/** Every image once, in order and as it is. */
final class PlainDraws implements Draws {
  private final int[] order;

  PlainDraws(ImageSet set) {
    order = IntStream.range(0, set.size()).toArray();
  }

  @Override
  public int[] order(int epoch) {
    return order;
  }

  @Override
  public Placement placement(int epoch, int position) {
    return Placement.IDENTITY;
  }

  @Override
  public boolean keepsPartial() {
    return true;
  }
}
