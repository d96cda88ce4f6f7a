package org.simplexity.stage.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Measured;

/**
 * The variant with the highest mean test accuracy, and its best run.
 *
 * @param variant the variant
 * @param run the run with the highest test accuracy in it
 */
record Winner(Variant variant, UpstreamRun run) {
  private static final String RANKED_BY = "test/accuracy";

  /** The winner among variants of training, if any of them was tested. */
  static Optional<Winner> of(List<Variant> variants) {
    return variants.stream()
        .filter(variant -> Double.isFinite(variant.measured(RANKED_BY).mean()))
        .max(Comparator.comparingDouble(variant -> variant.measured(RANKED_BY).mean()))
        .map(variant -> new Winner(variant, bestRun(variant)));
  }

  /**
   * Metrics for the run of the experiment: {@code best/…} of the best run, {@code mean/…} and
   * {@code std/…} over the seeds of the best variant.
   */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Figure figure : Figure.TRAINED) {
      Optional<Double> best = Headline.value(run, figure.metric());
      Measured measured = variant.measured(figure.metric());
      if (best.isPresent() && Double.isFinite(measured.mean())) {
        metrics.put("best/" + figure.metric(), best.get());
        metrics.put("mean/" + figure.metric(), measured.mean());
        metrics.put("std/" + figure.metric(), measured.deviation());
      }
    }
    return metrics;
  }

  /**
   * The run among others that its training built on: every parameter of that run is one of the
   * training too, with the same value; how tasks use the machine does not count.
   */
  Optional<UpstreamRun> builtOn(List<UpstreamRun> others) {
    return others.stream().filter(this::agrees).findFirst();
  }

  private boolean agrees(UpstreamRun other) {
    Map<String, String> mine = run.summary().parameters();
    return other.summary().parameters().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("runtime."))
        .allMatch(entry -> entry.getValue().equals(mine.getOrDefault(entry.getKey(), "")));
  }

  private static UpstreamRun bestRun(Variant variant) {
    return variant.runs().stream()
        .max(
            Comparator.comparingDouble(
                run -> Headline.value(run, RANKED_BY).orElse(Double.NEGATIVE_INFINITY)))
        .orElseThrow();
  }
}
