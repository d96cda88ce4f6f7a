package org.simplexity.data;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Which images, and how they are split and changed.
 *
 * @param set the data set
 * @param from folder with the files of the set; without it they are downloaded, except for the
 *     bundled {@code digits}; required for {@code image-folder}
 * @param validation share of the training images that becomes the validation split, in (0, 1)
 * @param test share of all images that becomes the test split where the set has none of its own
 *     ({@code digits}; {@code image-folder} without {@code test/}), in (0, 1)
 * @param limit most training images taken, before the validation share is taken off; all without it
 * @param augment random changes of training images
 * @param brokenImages what an unreadable file of an image folder does
 * @param imageSize side in pixels to which the images of an image folder are resized
 * @param channels channels to which the images of an image folder are converted: 1 grey, 3 colour
 */
public record DataSettings(
    DataSet set,
    @Nullable String from,
    @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false)
        double validation,
    @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false)
        double test,
    @Nullable @Positive Integer limit,
    @Valid Augmentation augment,
    BrokenImages brokenImages,
    @Min(4) @Max(1024) int imageSize,
    @Min(1) @Max(3) int channels) {
  /** Checks what no single bound can say. */
  public DataSettings {
    if (set == DataSet.IMAGE_FOLDER && from == null) {
      throw new IllegalArgumentException(
          "from: set image-folder needs the folder that holds one folder of images a class");
    }
    if (channels == 2) {
      throw new IllegalArgumentException("channels 2 is neither 1 (grey) nor 3 (colour)");
    }
  }

  /** The bundled digits, a fifth of them for testing and a fifth of the rest for validation. */
  public static DataSettings defaults() {
    return new DataSettings(
        DataSet.DIGITS, null, 0.2, 0.2, null, Augmentation.defaults(), BrokenImages.FAIL, 32, 3);
  }
}
