package org.simplexity.stage.search;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Health;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.method.Conditions;
import org.simplexity.method.ControllerSearch;
import org.simplexity.method.Discretisation;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Search;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.SearchStrategy;
import org.simplexity.method.StructureSearch;
import org.simplexity.space.CellSpace;
import org.simplexity.tracking.DatasetContext;

/**
 * Searches a structure on the prepared images and logs it relaxed and discrete; skip connections
 * are counted, and the genotype taken, by DARTS's own rule, whatever the discretise stage is set
 * to. At the end the gradients of the supernet are checked.
 */
final class SearchStage implements Stage {
  private final Experiment experiment;
  private final Inputs inputs;
  private final EpochLoop loop;
  private final Metrics metrics;
  private final SearchArtifacts artifacts;

  @Inject
  SearchStage(
      Experiment experiment,
      Inputs inputs,
      EpochLoop loop,
      Metrics metrics,
      SearchArtifacts artifacts) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.loop = loop;
    this.metrics = metrics;
    this.artifacts = artifacts;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(Set.of(DatasetContext.TRAIN, DatasetContext.VALIDATION));
    CellSpace space = inputs.space(images.prepared());
    Discretisation discretisation = new Discretisation(space.structure(), experiment.discretise());
    Conditions conditions = inputs.conditions("search");
    SearchSettings settings = experiment.search();
    if (settings.strategy() == SearchStrategy.GRADIENT) {
      try (StructureSearch search = new StructureSearch(space, images, settings, conditions)) {
        return run(search, epoch -> EpochMetrics.of(search, epoch), discretisation);
      }
    }
    try (ControllerSearch search = new ControllerSearch(space, images, settings, conditions)) {
      return run(search, epoch -> EpochMetrics.of(search, epoch), discretisation);
    }
  }

  private <E> Map<String, Double> run(
      Search<E> search, Function<E, Map<String, Double>> values, Discretisation discretisation)
      throws IOException {
    SearchEpochs<E> epochs = new SearchEpochs<>(search, values, discretisation);
    EpochLoop.Result result = loop.run(experiment.search().epochs(), "validation/accuracy", epochs);
    artifacts.log(search, discretisation);
    Map<String, Double> headline = epochs.headline(result);
    Health health = new Health(search.gradientErrors());
    metrics.record(0, health.details());
    headline.putAll(health.headline());
    return headline;
  }
}
