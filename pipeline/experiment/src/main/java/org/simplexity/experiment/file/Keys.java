package org.simplexity.experiment.file;

import java.util.Locale;

/** Names of keys in files. */
final class Keys {
  private Keys() {}

  /** {@code warmUpEpochs} to {@code warm_up_epochs}; {@code beta1} stays. */
  static String of(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Joins a path and a key with a dot. */
  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
