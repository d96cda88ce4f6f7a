package org.simplexity.data.source;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** Full data sets for tests, where the environment variable SIMPLEXITY_DATA names their folder. */
final class ProvisionedData {
  private ProvisionedData() {}

  /** The folder; without it the test is skipped and says why. */
  static Path folder() {
    String folder = System.getenv("SIMPLEXITY_DATA");
    assumeThat(folder)
        .as("SIMPLEXITY_DATA names no folder with mnist/, fashion-mnist/, cifar10-jpeg/: skipped")
        .isNotBlank();
    return Path.of(folder);
  }
}
