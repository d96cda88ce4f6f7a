package org.simplexity.stage.evaluate;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.ParentRun;
import org.simplexity.tracking.ModelVersion;
import org.simplexity.tracking.Models;
import org.simplexity.tracking.NewVersion;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.TrackingException;

/**
 * Keeps the champion in the tracker's model registry: alias {@code champion} of the model that has
 * the name of the experiment points to a version that stands for the run of a whole experiment and
 * is the {@code model/} folder of its best training.
 */
final class ChampionKeeper {
  /** The alias. */
  static final String ALIAS = "champion";

  private static final List<String> FILES =
      List.of("model/weights.npz", "model/network.onnx", "model/network.zip");

  private static final String FOLDER = "model";

  private final Experiment experiment;
  private final TrackedRun run;
  private final ParentRun parent;
  private final Models models;

  @Inject
  ChampionKeeper(Experiment experiment, TrackedRun run, ParentRun parent, Models models) {
    this.experiment = experiment;
    this.run = run;
    this.parent = parent;
    this.models = models;
  }

  /**
   * Compares a contender with the champion, and lets it take its place if it is better.
   *
   * @param contender the best of this experiment
   * @return metrics {@code champion/…}
   * @throws IOException if files of the contender cannot be fetched
   * @throws TrackingException if the tracker has no model registry, or does not answer
   */
  Map<String, Double> challenge(Contender contender) throws IOException {
    try {
      return settle(contender);
    } catch (TrackingException e) {
      throw new TrackingException(
          "the champion of experiment \""
              + experiment.name()
              + "\" could not be kept, which takes an MLflow server with a model registry: "
              + e.getMessage(),
          e);
    }
  }

  private Map<String, Double> settle(Contender contender) throws IOException {
    Optional<Standing> champion =
        models.find(Models.nameFor(experiment.name()), ALIAS).map(Standing::of);
    Decision decision = Decision.of(champion, contender, parent.run().id());
    run.tags(Map.of("simplexity.champion", decision.reason()));
    if (decision.moves()) {
      crown(contender);
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("champion/changed", decision.moves() ? 1.0 : 0.0);
    metrics.put("champion/comparable", decision.isComparable() ? 1.0 : 0.0);
    accuracy(champion, contender, decision)
        .ifPresent(accuracy -> metrics.put("champion/test/accuracy", accuracy));
    return metrics;
  }

  private static Optional<Double> accuracy(
      Optional<Standing> champion, Contender contender, Decision decision) {
    return decision.moves()
        ? Optional.of(contender.accuracy())
        : champion.flatMap(Standing::result).map(Standing.Result::accuracy);
  }

  /** A version can be files of its own run only, so they are copied there first. */
  private void crown(Contender contender) throws IOException {
    for (String file : FILES) {
      parent.run().artifact(file, contender.run().artifact(file));
    }
    parent.run().flush();
    NewVersion version =
        new NewVersion(
            Models.nameFor(experiment.name()), parent.run().id(), FOLDER, contender.tags());
    ModelVersion registered = models.register(version);
    models.point(registered, ALIAS);
  }
}
