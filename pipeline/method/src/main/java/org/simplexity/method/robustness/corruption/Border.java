package org.simplexity.method.robustness.corruption;

/** What lies beyond the edge of an image: which of its own places stands there. */
enum Border {
  /** The edge goes on: a a | a b c | c c. */
  NEAREST {
    @Override
    int place(int index, int length) {
      return Math.min(length - 1, Math.max(0, index));
    }
  },
  /** A mirror on the edge: b a | a b c | c b. */
  REFLECT {
    @Override
    int place(int index, int length) {
      int inPeriod = Math.floorMod(index, 2 * length);
      return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
    }
  },
  /** A mirror in the middle of the last pixel: c b | a b c | b a. */
  MIRROR {
    @Override
    int place(int index, int length) {
      int inPeriod = Math.floorMod(index, 2 * length - 2);
      return inPeriod < length ? inPeriod : 2 * length - 2 - inPeriod;
    }
  };

  /**
   * The place within an image that stands for an index.
   *
   * @param index any index
   * @param length length of the image, at least 2
   */
  abstract int place(int index, int length);
}
