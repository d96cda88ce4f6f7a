package org.simplexity.stage.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.EpochTask;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.method.Discretisation;
import org.simplexity.method.MethodState;
import org.simplexity.method.Search;
import org.simplexity.space.Genotype;

/**
 * Epochs of a search with their metrics: scores, and how the structure stands.
 *
 * @param <E> what an epoch of the strategy comes to
 */
final class SearchEpochs<E> implements EpochTask {
  private static final List<String> HEADLINE =
      List.of(
          "validation/accuracy",
          "validation/loss",
          "structure/entropy",
          "structure/skip_connections",
          "controller/reward",
          "controller/entropy");

  private final Search<E> search;
  private final Function<E, Map<String, Double>> metrics;
  private final Discretisation discretisation;

  SearchEpochs(
      Search<E> search, Function<E, Map<String, Double>> metrics, Discretisation discretisation) {
    this.search = search;
    this.metrics = metrics;
    this.discretisation = discretisation;
  }

  @Override
  public Map<String, Double> epoch(int epoch) {
    Map<String, Double> values = new LinkedHashMap<>(metrics.apply(search.epoch(epoch)));
    Genotype genotype = discretisation.apply(search.gamma());
    values.put(
        "structure/skip_connections",
        (double)
            (genotype.normal().count("skip_connect") + genotype.reduction().count("skip_connect")));
    return values;
  }

  /** Headline metrics of a search that is done. */
  Map<String, Double> headline(EpochLoop.Result result) {
    Map<String, Double> headline = result.pick(HEADLINE);
    headline.put("model/parameters", (double) search.supernet().parameters().length());
    headline.put("model/multiply_adds", (double) search.supernet().multiplyAdds());
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }

  @Override
  public MethodState state() {
    return search.state();
  }

  @Override
  public void restore(MethodState state) {
    search.restore(state);
  }
}
