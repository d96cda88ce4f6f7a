package org.simplexity.report.ranking;

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
public record Winner(Variant variant, UpstreamRun run) {
  /** What variants are ranked by: the higher, the better. */
  public static final String RANKED_BY = "test/accuracy";

  /**
   * The winner among variants of training, if any of them was tested.
   *
   * @param variants variants of training
   */
  public static Optional<Winner> of(List<Variant> variants) {
    return ranked(variants).stream()
        .filter(variant -> Double.isFinite(accuracy(variant)))
        .findFirst()
        .map(variant -> new Winner(variant, bestRun(variant)));
  }

  /**
   * Variants from the highest mean test accuracy to the lowest, then those that were not tested;
   * equal ones in their order.
   *
   * @param variants variants of training
   */
  public static List<Variant> ranked(List<Variant> variants) {
    return variants.stream().sorted(Comparator.comparingDouble(Winner::rank).reversed()).toList();
  }

  private static double rank(Variant variant) {
    double accuracy = accuracy(variant);
    return Double.isFinite(accuracy) ? accuracy : Double.NEGATIVE_INFINITY;
  }

  private static double accuracy(Variant variant) {
    return variant.measured(RANKED_BY).mean();
  }

  /**
   * Metrics for the run of the experiment: {@code best/…} of the best run, {@code mean/…} and
   * {@code std/…} over the seeds of the best variant.
   */
  public Map<String, Double> metrics() {
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
   *
   * @param others runs of one upstream stage
   */
  public Optional<UpstreamRun> builtOn(List<UpstreamRun> others) {
    return builtOn(run, others);
  }

  /**
   * The run among others that a training built on, as {@link #builtOn(List)} tells it.
   *
   * @param training run of a training
   * @param others runs of one upstream stage
   */
  public static Optional<UpstreamRun> builtOn(UpstreamRun training, List<UpstreamRun> others) {
    return others.stream().filter(other -> agrees(training, other)).findFirst();
  }

  private static boolean agrees(UpstreamRun training, UpstreamRun other) {
    Map<String, String> mine = training.summary().parameters();
    return other.summary().parameters().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("runtime."))
        .allMatch(entry -> entry.getValue().equals(mine.getOrDefault(entry.getKey(), "")));
  }

  /**
   * The run with the highest test accuracy.
   *
   * @param variant variant of training
   */
  public static UpstreamRun bestRun(Variant variant) {
    return variant.runs().stream()
        .max(
            Comparator.comparingDouble(
                run -> Headline.value(run, RANKED_BY).orElse(Double.NEGATIVE_INFINITY)))
        .orElseThrow();
  }
}
