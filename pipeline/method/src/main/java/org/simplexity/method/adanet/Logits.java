package org.simplexity.method.adanet;

import java.util.List;
import org.simplexity.method.Score;

/** Logits of some images, [image][class]. */
final class Logits {
  private final double[] values;
  private final int classes;

  /** Takes values, which are not copied and must not change. */
  Logits(double[] values, int classes) {
    this.values = values;
    this.classes = classes;
  }

  /** Σ_j w_j h_j of the same images, of one member at least. */
  static Logits mixture(List<Logits> members, double[] weights) {
    double[] sum = new double[members.get(0).values.length];
    for (int j = 0; j < weights.length; j++) {
      members.get(j).addTo(sum, weights[j]);
    }
    return new Logits(sum, members.get(0).classes);
  }

  /** Adds these times a weight to a sum of the same images. */
  void addTo(double[] sum, double weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * values[i];
    }
  }

  double inner(Logits other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }

  /** softmax(z_i) − y_i by image, the gradient of the image's cross-entropy in z_i. */
  Logits errors(int[] labels) {
    double[] errors = new double[values.length];
    for (int image = 0; image < errors.length / classes; image++) {
      double total = logSumExp(image);
      for (int k = 0; k < classes; k++) {
        int at = image * classes + k;
        errors[at] = Math.exp(values[at] - total) - (k == labels[image] ? 1 : 0);
      }
    }
    return new Logits(errors, classes);
  }

  /** Mean cross-entropy and share of images whose largest logit is the label's. */
  Score score(int[] labels) {
    int images = values.length / classes;
    double loss = 0;
    int right = 0;
    for (int image = 0; image < images; image++) {
      double own = values[image * classes + labels[image]];
      loss += logSumExp(image) - own;
      right += isLargest(image, labels[image]) ? 1 : 0;
    }
    return new Score(loss / images, (double) right / images);
  }

  private boolean isLargest(int image, int label) {
    double own = values[image * classes + label];
    for (int k = 0; k < classes; k++) {
      double other = values[image * classes + k];
      if (other > own || (other == own && k < label)) {
        return false;
      }
    }
    return true;
  }

  private double logSumExp(int image) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, values[image * classes + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += Math.exp(values[image * classes + k] - largest);
    }
    return largest + Math.log(sum);
  }

  /** The values times a factor, a copy. */
  double[] scaled(double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
