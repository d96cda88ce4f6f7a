package org.simplexity.exchange;

/**
 * How far a reloaded file is from the network that was trained.
 *
 * @param accuracy accuracy of the reloaded file
 * @param largestDifference largest difference of logits
 */
public record Agreement(double accuracy, double largestDifference) {
  /** How far logits may lie apart. */
  public static final double TOLERANCE = 1e-4;

  /**
   * Compares; single precision rounds, so an image whose two best logits lie closer than twice the
   * largest difference may be decided either way, any other must not.
   *
   * @param file name of the file, for messages
   * @param trained answers of the trained network
   * @param reloaded answers of the file to the same images
   * @throws IllegalStateException if the file does not compute the trained network
   */
  public static Agreement of(String file, Answers trained, Answers reloaded) {
    double difference = trained.largestDifference(reloaded);
    int contradictions = trained.contradictions(reloaded, difference);
    if (!(difference <= TOLERANCE) || contradictions > 0) {
      throw new IllegalStateException(
          ("%s does not compute the trained network: reloaded, its accuracy is %s instead of %s on"
                  + " %d images, and logits differ by up to %s, more than %s")
              .formatted(
                  file,
                  reloaded.accuracy(),
                  trained.accuracy(),
                  trained.images(),
                  difference,
                  TOLERANCE));
    }
    return new Agreement(reloaded.accuracy(), difference);
  }
}
