package org.simplexity.exchange;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.simplexity.data.Batches;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.ImageBatch;
import org.simplexity.data.ImageSet;

/** What a network answered to a set of images; immutable. */
public final class Answers {
  private final float[] logits;
  private final int[] labels;
  private final int classes;

  private Answers(float[] logits, int[] labels, int classes) {
    this.logits = logits;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * Asks about all images of a set.
   *
   * @param evaluator network
   * @param set images of the shape that it reads, of no more classes than it knows
   * @param normalisation mean and standard deviation to normalise with
   * @param batch images asked about at a time
   */
  public static Answers of(
      Evaluator evaluator, ImageSet set, ChannelStatistics normalisation, int batch) {
    Batches batches = Batches.evaluation(set, normalisation, Math.min(batch, set.size()));
    ImageBatch buffer = batches.newBatch();
    float[] logits = new float[set.size() * evaluator.classes()];
    int done = 0;
    for (int index = 0; index < batches.perEpoch(); index++) {
      batches.fill(0, index, buffer);
      float[] some = evaluator.logits(buffer.images(), buffer.count());
      System.arraycopy(some, 0, logits, done, buffer.count() * evaluator.classes());
      done += buffer.count() * evaluator.classes();
    }
    return new Answers(logits, set.labels(), evaluator.classes());
  }

  /**
   * The answers to the first images, or to all if there are fewer.
   *
   * @param count number of images
   */
  public Answers first(int count) {
    int some = Math.min(count, images());
    return new Answers(Arrays.copyOf(logits, some * classes), Arrays.copyOf(labels, some), classes);
  }

  /** Number of images. */
  public int images() {
    return labels.length;
  }

  /** Share of images whose largest logit is that of their class. */
  public double accuracy() {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += choice(i) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Mean cross-entropy of softmax(logits) in nats. */
  public double loss() {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double top = logit(i, choice(i));
      double total = 0;
      for (int c = 0; c < classes; c++) {
        total += Math.exp(logit(i, c) - top);
      }
      sum += Math.log(total) + top - logit(i, labels[i]);
    }
    return sum / labels.length;
  }

  /**
   * Largest |a − b| over all logits.
   *
   * @param other answers to the same images
   * @throws IllegalArgumentException if those are of other images or classes
   */
  public double largestDifference(Answers other) {
    check(other);
    double largest = 0;
    for (int i = 0; i < logits.length; i++) {
      double difference = Math.abs(logits[i] - other.logits[i]);
      largest = difference <= largest ? largest : difference; // NaN stays
    }
    return largest;
  }

  /**
   * Number of images of which the two choose different classes although the two best logits here
   * lie further apart than twice the difference: no rounding explains that.
   *
   * @param other answers to the same images
   * @param difference largest difference of logits
   */
  public int contradictions(Answers other, double difference) {
    check(other);
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      int theirs = other.choice(i);
      count += logit(i, choice(i)) - logit(i, theirs) > 2 * difference ? 1 : 0;
    }
    return count;
  }

  /**
   * Compares with an accuracy that was measured before.
   *
   * @param file where the network comes from, for the message
   * @param accuracy accuracy on the same images
   * @throws IllegalStateException if the two differ by more images than lie within rounding of the
   *     border between two classes
   */
  public void checkAccuracy(String file, double accuracy) {
    long apart = Math.round(Math.abs(accuracy() - accuracy) * images());
    if (apart > undecided(Agreement.TOLERANCE)) {
      throw new IllegalStateException(
          "%s, reloaded, has the accuracy %s on %d images; %s was logged"
              .formatted(file, accuracy(), images(), accuracy));
    }
  }

  private long undecided(double difference) {
    return IntStream.range(0, images()).filter(i -> margin(i) <= 2 * difference).count();
  }

  private double margin(int image) {
    int best = choice(image);
    double second = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      second = c == best ? second : Math.max(second, logit(image, c));
    }
    return logit(image, best) - second;
  }

  /** The first of the largest logits, as the kernel chooses. */
  private int choice(int image) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = logit(image, c) > logit(image, best) ? c : best;
    }
    return best;
  }

  private double logit(int image, int label) {
    return logits[image * classes + label];
  }

  private void check(Answers other) {
    if (other.logits.length != logits.length || other.classes != classes) {
      throw new IllegalArgumentException(
          "answers of %d images and %d classes, and of %d and %d, cannot be compared"
              .formatted(images(), classes, other.images(), other.classes));
    }
  }
}
