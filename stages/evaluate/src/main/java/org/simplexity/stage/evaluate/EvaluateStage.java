package org.simplexity.stage.evaluate;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;
import org.simplexity.tracking.TrackedRun;

/** Ranks the variants that were trained, and lets the best of them challenge the champion. */
final class EvaluateStage implements Stage {
  private final Experiment experiment;
  private final Upstream upstream;
  private final TrackedRun run;
  private final ChampionKeeper keeper;
  private final Metrics metrics;
  private final Progress progress;

  @Inject
  EvaluateStage(
      Experiment experiment,
      Upstream upstream,
      TrackedRun run,
      ChampionKeeper keeper,
      Metrics metrics,
      Progress progress) {
    this.experiment = experiment;
    this.upstream = upstream;
    this.run = run;
    this.keeper = keeper;
    this.metrics = metrics;
    this.progress = progress;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    List<Variant> trained = Variant.of(upstream.runs("train"), experiment.name());
    progress.report(0, 2, "step", "ranking what was trained");
    run.table("tables/leaderboard.json", Leaderboard.of(trained));
    progress.report(1, 2, "step", "comparing with the champion");
    Map<String, Double> found = challenge(Winner.of(trained));
    metrics.record(0, found);
    progress.report(2, 2, "step", "");
    return found;
  }

  private Map<String, Double> challenge(Optional<Winner> winner) throws IOException {
    if (winner.isEmpty()) {
      return new LinkedHashMap<>(Map.of("champion/changed", 0.0));
    }
    return keeper.challenge(Contender.of(winner.get(), upstream.runs("data-prep")));
  }
}
