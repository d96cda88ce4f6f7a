package org.simplexity.data.source;

/** Weights that resize one axis: each target position is a weighted mean of a run of sources. */
final class Axis {
  private final int[] first;
  private final float[][] weights;

  private Axis(int[] first, float[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /** From {@code source} positions to {@code target} positions. */
  static Axis of(int source, int target) {
    Axis axis = new Axis(new int[target], new float[target][]);
    for (int t = 0; t < target; t++) {
      if (source >= target) {
        axis.average(t, source, target);
      } else {
        axis.interpolate(t, source, target);
      }
    }
    return axis;
  }

  /** Weighted mean for position {@code t} of values at {@code start + step · source position}. */
  float weigh(int t, float[] values, int start, int step) {
    float sum = 0;
    int position = start + first[t] * step;
    for (float weight : weights[t]) {
      sum += weight * values[position];
      position += step;
    }
    return sum;
  }

  /** Target t covers sources t·s/n to (t+1)·s/n, each weighted by the covered part of it. */
  private void average(int t, int source, int target) {
    long from = (long) t * source;
    long to = from + source;
    first[t] = (int) (from / target);
    int last = (int) ((to - 1) / target);
    weights[t] = new float[last - first[t] + 1];
    for (int s = first[t]; s <= last; s++) {
      long covered = Math.min(to, (s + 1L) * target) - Math.max(from, (long) s * target);
      weights[t][s - first[t]] = (float) covered / source;
    }
  }

  /** Centre of target t lies at (t + 1/2)·s/n − 1/2, held within the first and last centre. */
  private void interpolate(int t, int source, int target) {
    double centre = (t + 0.5) * source / target - 0.5;
    double held = Math.max(0, Math.min(source - 1.0, centre));
    int lower = (int) held;
    float upper = (float) (held - lower);
    first[t] = lower;
    weights[t] = upper > 0 ? new float[] {1 - upper, upper} : new float[] {1};
  }
}
