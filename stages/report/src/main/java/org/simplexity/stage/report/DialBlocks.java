package org.simplexity.stage.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Text;
import org.simplexity.report.pruning.DialPoint;
import org.simplexity.report.pruning.DialReadings;

/**
 * What fitted weights give at each λ.
 *
 * @param readings rows of all runs
 */
record DialBlocks(DialReadings readings) {
  private static final String EXPLANATION =
      "Accuracy on test images with all weights; the greatest share of the weights whose removal"
          + " loses at most 0.01 of it; and what is left at that share: weights and biases that are"
          + " not 0, and multiplications of an image without dead units. Figures are means over"
          + " seeds, bands and ± one sample standard deviation; pale lines are the other models.";

  /** Of runs that fitted and runs that pruned; those without the table say nothing. */
  static DialBlocks of(Gathered gathered) throws IOException {
    List<UpstreamRun> runs =
        Stream.of(gathered.hypernet(), gathered.prune())
            .flatMap(List::stream)
            .filter(run -> run.has(DialPoint.TABLE))
            .toList();
    return new DialBlocks(new DialReadings(TableRows.of(runs, DialPoint.TABLE, DialBlocks::point)));
  }

  private static DialPoint point(TableRows.Row row) {
    return new DialPoint(
        row.at("model").asText(),
        row.at("seed").asLong(),
        row.at("lambda").asDouble(),
        row.at("accuracy").asDouble(),
        row.at("removable").asDouble(),
        row.at("weights").asLong(),
        row.at("multiply_adds").asLong());
  }

  /** The dial and what its figures mean; none without rows. */
  List<Block> blocks() {
    return readings.isEmpty()
        ? List.of()
        : List.of(readings.dial("One model at one complexity λ"), new Text(EXPLANATION));
  }
}
