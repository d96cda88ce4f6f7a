package org.simplexity.method.ensemble;

import java.util.Arrays;
import java.util.List;
import org.simplexity.data.ImageSet;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkVectors;

/** Predicted probabilities of all classes for some images, [image][class]. Immutable. */
public final class ClassProbabilities {
  private final int classes;
  private final double[] values;

  /**
   * Takes probabilities.
   *
   * @param classes number of classes
   * @param values [image][class], copied
   * @throws IllegalArgumentException if the length is no multiple of the classes
   */
  public ClassProbabilities(int classes, double[] values) {
    if (classes < 1 || values.length % classes != 0) {
      throw new IllegalArgumentException(
          "%d probabilities are not rows of %d classes".formatted(values.length, classes));
    }
    this.classes = classes;
    this.values = values.clone();
  }

  /**
   * What a network predicts, with running statistics and without random changes.
   *
   * @param network network of fixed structure
   * @param vectors its weights and statistics
   * @param subject images, in whose order the predictions are
   * @param conditions threads
   */
  public static ClassProbabilities of(
      Network network, NetworkVectors vectors, Subject subject, Conditions conditions) {
    try (Plan plan = Plan.compile(network, conditions.plan(subject.batch()))) {
      plan.parameters().copyFrom(vectors.parameters());
      plan.statistics().copyFrom(vectors.statistics());
      BatchFeed feed =
          new ImageFeeds(plan, subject.images(), subject.batch()).evaluation(subject.set());
      int classes = subject.images().prepared().classes().size();
      double[] logits = new double[subject.set().size() * classes];
      int filled = 0;
      for (int index = 0; index < feed.perEpoch(); index++) {
        feed.load(0, index);
        int length = plan.forward(Mode.EVALUATION).examples() * classes;
        System.arraycopy(plan.logits(), 0, logits, filled, length);
        filled += length;
      }
      return new ClassProbabilities(classes, new Softmax(classes).of(logits));
    }
  }

  /**
   * What is predicted.
   *
   * @param set images
   * @param images data set that they belong to, for its statistics
   * @param batch images a pass
   */
  public record Subject(ImageSet set, LabelledImages images, int batch) {}

  /**
   * The mean over members: what an ensemble predicts.
   *
   * @param members at least one, for the same images
   * @throws IllegalArgumentException if there is none, or they differ in size
   */
  public static ClassProbabilities mean(List<ClassProbabilities> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs at least one member");
    }
    ClassProbabilities first = members.get(0);
    double[] sum = new double[first.values.length];
    for (ClassProbabilities member : members) {
      first.checkFits(member);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += member.values[i] / members.size();
      }
    }
    return new ClassProbabilities(first.classes, sum);
  }

  private void checkFits(ClassProbabilities other) {
    if (other.classes != classes || other.values.length != values.length) {
      throw new IllegalArgumentException(
          "%d predictions of %d classes do not fit %d of %d"
              .formatted(other.images(), other.classes, images(), classes));
    }
  }

  /** Number of images. */
  public int images() {
    return values.length / classes;
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Probability of a class for an image. */
  public double at(int image, int label) {
    return values[image * classes + label];
  }

  /** The most probable class of an image, of equal ones the first. */
  public int predicted(int image) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (at(image, k) > at(image, best)) {
        best = k;
      }
    }
    return best;
  }

  /** All values, [image][class], a copy. */
  public double[] values() {
    return values.clone();
  }

  /**
   * Share of images for which the most probable classes differ.
   *
   * @param other predictions for the same images
   */
  public double disagreement(ClassProbabilities other) {
    checkFits(other);
    int different = 0;
    for (int i = 0; i < images(); i++) {
      different += predicted(i) == other.predicted(i) ? 0 : 1;
    }
    return (double) different / images();
  }

  @Override
  public String toString() {
    return "ClassProbabilities" + Arrays.toString(new int[] {images(), classes});
  }
}
