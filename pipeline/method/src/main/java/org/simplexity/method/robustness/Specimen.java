package org.simplexity.method.robustness;

import java.util.List;
import org.simplexity.method.robustness.image.Pixels;

/**
 * What is disturbed: a network and the images that it is asked about.
 *
 * @param network trained network
 * @param images images with their classes
 */
public record Specimen(TrainedNetwork network, LabelledPixels images) {
  /**
   * Another network asked about the same images.
   *
   * @param other network
   */
  public Specimen with(TrainedNetwork other) {
    return new Specimen(other, images);
  }

  /**
   * The same network asked about other images of the same classes.
   *
   * @param others as many images
   */
  public Specimen with(List<Pixels> others) {
    return new Specimen(network, images.with(others));
  }
}
