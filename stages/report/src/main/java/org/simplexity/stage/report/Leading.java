package org.simplexity.stage.report;

import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.ranking.Winner;

/** Which of several runs a reader sees first. */
final class Leading {
  private Leading() {}

  /** The run that the winner was built on, or else the first. */
  static Optional<UpstreamRun> of(Optional<Winner> winner, List<UpstreamRun> runs) {
    return winner.flatMap(best -> best.builtOn(runs)).or(() -> runs.stream().findFirst());
  }
}
