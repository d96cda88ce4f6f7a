package org.simplexity.cli.regress;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.regression.metric.MetricRules;

/**
 * What was asked.
 *
 * @param file experiment with its overrides, before seeds
 * @param source where the file was read
 * @param seeds seeds asked for, with commas between; or empty
 * @param baseline alias or run
 * @param rules what is asked of the metrics
 * @param alpha probability of an alarm where nothing has changed
 * @param promote whether the alias moves to a candidate that is no worse
 */
record Request(
    ExperimentFile file,
    String source,
    String seeds,
    String baseline,
    MetricRules rules,
    double alpha,
    boolean promote) {
  Request {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("--alpha " + alpha + " must be between 0 and 1");
    }
  }

  /** The experiment over the seeds asked for, its own, or those of a baseline. */
  ExperimentFile withSeeds(List<String> ofBaseline) {
    List<String> overrides = new ArrayList<>(file.overrides());
    overrides.addAll(Seeds.overrides(seeds, file, ofBaseline));
    return ExperimentFile.parse(source, file.text(), overrides);
  }
}
