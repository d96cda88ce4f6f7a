package org.simplexity.method.ensemble;

import java.util.List;

/**
 * How well the averaged probabilities of an ensemble answer.
 *
 * @param accuracy share of right answers
 * @param negativeLogLikelihood mean of −log p of the true class, in nats
 * @param calibrationError expected calibration error, {@link CalibrationError#ofPaper}
 * @param disagreement mean over pairs of members of the share of images on which their answers
 *     differ; 0 for a single member
 */
public record EnsembleScore(
    double accuracy, double negativeLogLikelihood, double calibrationError, double disagreement) {
  /**
   * The score of an ensemble.
   *
   * @param members predictions of its members, at least one
   * @param labels true classes of the same images
   * @throws IllegalArgumentException if there is no member, or sizes differ
   */
  public static EnsembleScore of(List<ClassProbabilities> members, Labels labels) {
    ClassProbabilities mean = ClassProbabilities.mean(members);
    return new EnsembleScore(
        accuracy(mean, labels),
        negativeLogLikelihood(mean, labels),
        CalibrationError.ofPaper().of(mean, labels),
        disagreement(members));
  }

  private static double accuracy(ClassProbabilities probabilities, Labels labels) {
    int right = 0;
    for (int i = 0; i < labels.size(); i++) {
      right += probabilities.predicted(i) == labels.at(i) ? 1 : 0;
    }
    return (double) right / labels.size();
  }

  /**
   * Mean of −log p of the true class; a probability of 0 counts as the least positive normal
   * number.
   *
   * @param probabilities predictions
   * @param labels true classes of the same images
   * @throws IllegalArgumentException if sizes differ
   */
  static double negativeLogLikelihood(ClassProbabilities probabilities, Labels labels) {
    if (probabilities.images() != labels.size()) {
      throw new IllegalArgumentException(
          "%d predictions do not fit %d labels".formatted(probabilities.images(), labels.size()));
    }
    double sum = 0;
    for (int i = 0; i < labels.size(); i++) {
      sum -= Math.log(Math.max(Double.MIN_NORMAL, probabilities.at(i, labels.at(i))));
    }
    return sum / labels.size();
  }

  private static double disagreement(List<ClassProbabilities> members) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += members.get(i).disagreement(members.get(j));
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}
