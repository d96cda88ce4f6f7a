package org.simplexity.data;

import jakarta.validation.constraints.PositiveOrZero;

/**
 * Random changes of training images, drawn anew for every image and epoch, in this order.
 *
 * <p>The filling of crop and cutout is the mean of each channel, which is 0 after normalisation.
 *
 * @param crop pixels of padding on each side, from which a window of the image's size is cut at
 *     random (He et al. 2016, "Deep residual learning", §4.2: 4 for CIFAR); 0 for none
 * @param flip mirror left and right with probability 1/2
 * @param cutout side in pixels of a square that is blanked, its centre uniform over the image and
 *     clipped at the border (DeVries and Taylor 2017, "Cutout": 16 for CIFAR-10); 0 for none
 */
public record Augmentation(@PositiveOrZero int crop, boolean flip, @PositiveOrZero int cutout) {
  /** Checks that sizes are not negative. */
  public Augmentation {
    if (crop < 0 || cutout < 0) {
      throw new IllegalArgumentException(
          "crop %s and cutout %s must be 0 or more".formatted(crop, cutout));
    }
  }

  /** No augmentation: right for every data set, digits and letters must not be mirrored. */
  public static Augmentation defaults() {
    return new Augmentation(0, false, 0);
  }
}
