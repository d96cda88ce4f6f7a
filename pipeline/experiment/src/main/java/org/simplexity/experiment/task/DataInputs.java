package org.simplexity.experiment.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.simplexity.data.DataSet;
import org.simplexity.data.DataSettings;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.DatasetInput;

/** The splits of prepared images as inputs that the tracker shows. */
public final class DataInputs {
  private DataInputs() {}

  /**
   * Train, validation and test, each with its number of images a class.
   *
   * @param images prepared images
   * @param settings where they come from
   */
  public static List<DatasetInput> of(PreparedImages images, DataSettings settings) {
    List<DatasetInput> inputs = new ArrayList<>();
    for (ImageSet set : images.splits().all()) {
      DatasetContext context = DatasetContext.valueOf(set.name().toUpperCase(Locale.ROOT));
      String name = images.name() + "/" + set.name();
      inputs.add(
          DatasetInput.of(name, images.checksum(), source(settings), context)
              .withProfile(profile(images, set)));
    }
    return inputs;
  }

  private static String source(DataSettings settings) {
    if (settings.set() == DataSet.DIGITS) {
      return "bundled " + settings.set().text();
    }
    String from = settings.from();
    return from == null ? "download of " + settings.set().text() : from;
  }

  private static String profile(PreparedImages images, ImageSet set) {
    int[] perClass = set.countByClass(images.classes().size());
    return "{\"images\":" + set.size() + ",\"per_class\":" + Arrays.toString(perClass) + "}";
  }
}
