package org.simplexity.exchange;

/** Tells probabilities from logits: files of others may end with either. */
public final class Probabilities {
  private static final double TOLERANCE = 1e-3;

  private Probabilities() {}

  /**
   * ln p where the answers are probabilities p, the answers themselves otherwise.
   *
   * @param answers [example][class]; probabilities lie in [0, 1] and sum to 1 in every example
   * @param count number of examples
   */
  public static float[] toLogits(float[] answers, int count) {
    int classes = answers.length / count;
    for (int i = 0; i < count; i++) {
      if (!isDistribution(answers, i * classes, classes)) {
        return answers;
      }
    }
    float[] logits = new float[answers.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(Math.max(answers[i], Float.MIN_NORMAL));
    }
    return logits;
  }

  private static boolean isDistribution(float[] answers, int offset, int classes) {
    double sum = 0;
    for (int c = offset; c < offset + classes; c++) {
      if (!(answers[c] >= 0 && answers[c] <= 1)) {
        return false;
      }
      sum += answers[c];
    }
    return Math.abs(sum - 1) < TOLERANCE;
  }
}
