package org.simplexity.cli.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.simplexity.experiment.file.ExperimentFile;

/** Seeds over which the candidate runs. */
final class Seeds {
  private static final String KEY = "seed";

  private Seeds() {}

  /**
   * Overrides that set the seeds: those asked for, else none where the file sweeps over seeds
   * itself, else the baseline's.
   *
   * @param asked numbers with commas between; empty if not asked for
   * @param file experiment
   * @param baseline seeds of the baseline; empty if there is none
   */
  static List<String> overrides(String asked, ExperimentFile file, List<String> baseline) {
    List<String> seeds = asked.isEmpty() ? List.of() : read(asked);
    if (seeds.isEmpty() && !file.experiment().sweep().axes().containsKey(KEY)) {
      seeds = baseline;
    }
    List<String> overrides = new ArrayList<>();
    if (!seeds.isEmpty()) {
      overrides.add("sweep.seed=[" + String.join(", ", seeds) + "]");
    }
    return overrides;
  }

  private static List<String> read(String asked) {
    Set<String> seeds = new LinkedHashSet<>();
    for (String word : Arrays.asList(asked.split(",", -1))) {
      String seed = word.strip();
      if (!seed.matches("\\d{1,18}")) {
        throw new IllegalArgumentException(
            "--seeds \"" + asked + "\": \"" + seed + "\" is no seed; expected for instance 0,1,2");
      }
      if (!seeds.add(seed)) {
        throw new IllegalArgumentException("--seeds \"" + asked + "\" has " + seed + " twice");
      }
    }
    return List.copyOf(seeds);
  }
}
