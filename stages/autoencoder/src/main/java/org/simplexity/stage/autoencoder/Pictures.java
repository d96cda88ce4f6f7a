package org.simplexity.stage.autoencoder;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.data.ImageGrid;
import org.simplexity.data.ImageShape;
import org.simplexity.method.autoencoder.AutoencoderTraining;
import org.simplexity.tracking.TrackedRun;

/**
 * What an autoencoder makes of images, and images that it makes up.
 *
 * @param training fitted autoencoder
 * @param shape shape of an image
 */
record Pictures(AutoencoderTraining training, ImageShape shape) {
  private static final int COLUMNS = 10;
  private static final int RECONSTRUCTIONS = 40;
  private static final int SAMPLES = 60;

  void log(TrackedRun run) {
    run.artifact("reconstructions.png", ImageGrid.png(shape, reconstructions()), "image/png");
    run.artifact("samples.png", ImageGrid.png(shape, rows(training.samples(SAMPLES))), "image/png");
  }

  /** Rows of test images, each above its reconstructions. */
  private List<List<float[]>> reconstructions() {
    List<List<float[]>> originals = rows(training.testImages(RECONSTRUCTIONS));
    List<List<float[]>> copies = rows(training.reconstructions(RECONSTRUCTIONS));
    List<List<float[]>> rows = new ArrayList<>();
    for (int row = 0; row < originals.size(); row++) {
      rows.add(originals.get(row));
      rows.add(copies.get(row));
    }
    return rows;
  }

  private static List<List<float[]>> rows(List<float[]> images) {
    List<List<float[]>> rows = new ArrayList<>();
    for (int start = 0; start < images.size(); start += COLUMNS) {
      rows.add(images.subList(start, Math.min(images.size(), start + COLUMNS)));
    }
    return rows;
  }
}
