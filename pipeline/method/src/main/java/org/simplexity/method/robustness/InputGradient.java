package org.simplexity.method.robustness;

import java.util.List;
import org.simplexity.method.robustness.image.Pixels;

/** The gradient of a network's loss with respect to the images that it is asked about. */
@FunctionalInterface
public interface InputGradient {
  /**
   * For each image x a positive multiple of ∂loss/∂x, the network answering as in evaluation: the
   * cross-entropy of its label, with running statistics.
   *
   * @param specimen network and images
   * @return one for each image, of its shape
   */
  List<Pixels> of(Specimen specimen);
}
