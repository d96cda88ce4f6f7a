package org.simplexity.data.source;

import java.nio.file.Path;
import org.simplexity.data.BrokenImages;
import org.simplexity.data.DataSet;
import org.simplexity.data.DataSettings;

/** Settings for tests, all else being default. */
final class SettingsOf {
  private static final DataSettings DEFAULTS = DataSettings.defaults();

  private SettingsOf() {}

  static DataSettings set(DataSet set, Path from) {
    return new DataSettings(
        set,
        from.toString(),
        DEFAULTS.validation(),
        DEFAULTS.test(),
        null,
        DEFAULTS.augment(),
        DEFAULTS.brokenImages(),
        DEFAULTS.imageSize(),
        DEFAULTS.channels());
  }

  static DataSettings folder(Path from, BrokenImages broken) {
    return new DataSettings(
        DataSet.IMAGE_FOLDER, from.toString(), 0.25, 0.25, null, DEFAULTS.augment(), broken, 8, 3);
  }

  static DataSettings digits(Integer limit) {
    return new DataSettings(
        DataSet.DIGITS,
        null,
        DEFAULTS.validation(),
        DEFAULTS.test(),
        limit,
        DEFAULTS.augment(),
        DEFAULTS.brokenImages(),
        DEFAULTS.imageSize(),
        DEFAULTS.channels());
  }
}
