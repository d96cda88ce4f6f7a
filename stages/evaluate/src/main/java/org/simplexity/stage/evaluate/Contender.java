package org.simplexity.stage.evaluate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.ranking.Winner;

/**
 * The best variant of an experiment, as it stands for the title of champion.
 *
 * @param variant name of the variant
 * @param accuracy mean test accuracy over its seeds
 * @param run its run of the highest test accuracy
 * @param data digest of the test images, see {@link TestData}
 */
record Contender(String variant, double accuracy, UpstreamRun run, String data) {
  /**
   * The winner of an experiment.
   *
   * @param winner best variant of what was trained
   * @param prepared runs that prepared images
   * @throws IOException if what is known of the images cannot be fetched
   */
  static Contender of(Winner winner, List<UpstreamRun> prepared) throws IOException {
    return new Contender(
        winner.variant().name(),
        winner.variant().measured(Winner.RANKED_BY).mean(),
        winner.run(),
        TestData.digest(winner.variant().runs(), prepared));
  }

  /** What a version of the registered model says of it; {@link Standing} reads it back. */
  Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(Standing.METRIC, Winner.RANKED_BY);
    tags.put(Standing.VALUE, Double.toString(accuracy));
    tags.put(Standing.DATA, data);
    tags.put("simplexity.variant", variant);
    tags.put("simplexity.winner", run.summary().id());
    return tags;
  }
}
