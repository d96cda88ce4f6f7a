package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.regression.statistics.WorseningTest;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Headline;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;

/**
 * Networks of several search strategies, and ensembles of AdaNet, side by side with what they cost.
 *
 * @param trained runs of the stage train that differ in their seed only
 * @param ensembles runs of the stage adanet that differ in their seed only
 * @param searches all runs of the stage search
 */
record StrategyBlocks(List<Variant> trained, List<Variant> ensembles, List<UpstreamRun> searches) {
  private static final String STRATEGY = "search.strategy";
  private static final String ACCURACY = "test/accuracy";
  private static final String SECONDS = "time/total_seconds";
  private static final String EXPLANATION =
      "Time is that of all epochs, of the search and of training what it found; AdaNet has no search"
          + " apart from training. Cost is the whole time divided by that of the first row, on the"
          + " machine that ran them. p is that of a one-sided paired t test, over the seeds that"
          + " both have, of no lower accuracy than that of the row with the highest mean; it is not"
          + " corrected for the number of rows.";
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Test accuracy", Quantity.FRACTION, Better.HIGHER),
          new Column("Parameters", Quantity.COUNT, Better.LOWER),
          new Column("Multiply-adds", Quantity.COUNT, Better.LOWER),
          new Column("Search time", Quantity.SECONDS, Better.LOWER),
          new Column("Training time", Quantity.SECONDS, Better.LOWER),
          new Column("Cost", Quantity.NUMBER, Better.LOWER),
          new Column("p", Quantity.NUMBER, Better.NEITHER));

  /** Table and explanation; nothing where there is only one strategy. */
  List<Block> blocks() {
    long strategies =
        trained.stream()
            .flatMap(variant -> variant.runs().stream())
            .map(run -> run.summary().parameters().getOrDefault(STRATEGY, ""))
            .distinct()
            .count();
    if (strategies < 2 && ensembles.isEmpty()) {
      return List.of();
    }
    List<Variant> all = Stream.concat(trained.stream(), ensembles.stream()).toList();
    double unit = total(all.get(0)).mean();
    Optional<Variant> best =
        all.stream()
            .filter(variant -> Double.isFinite(variant.measured(ACCURACY).mean()))
            .max(Comparator.comparingDouble(variant -> variant.measured(ACCURACY).mean()));
    List<Row> rows = all.stream().map(variant -> row(variant, unit, best)).toList();
    return List.of(
        new ResultsTable("Search strategies", "Strategy", COLUMNS, rows), new Text(EXPLANATION));
  }

  private Row row(Variant variant, double unit, Optional<Variant> best) {
    boolean ensemble = ensembles.contains(variant);
    Measured cost =
        Measured.of(
            variant.runs().stream()
                .map(run -> seconds(run) / unit)
                .filter(Double::isFinite)
                .toList());
    return new Row(
        ensemble ? "adanet: " + variant.name() : variant.name(),
        List.of(
            variant.measured(ACCURACY),
            variant.measured("model/parameters"),
            variant.measured("model/multiply_adds"),
            ensemble
                ? Measured.MISSING
                : Measured.of(
                    variant.runs().stream().map(this::search).flatMap(Optional::stream).toList()),
            variant.measured(SECONDS),
            cost,
            best.filter(other -> !other.equals(variant))
                .map(other -> probability(other, variant))
                .orElse(Measured.MISSING)));
  }

  private Measured total(Variant variant) {
    return Measured.of(variant.runs().stream().map(this::seconds).toList());
  }

  private double seconds(UpstreamRun run) {
    return Headline.value(run, SECONDS).orElse(Double.NaN) + search(run).orElse(0.0);
  }

  /** Seconds of the search that a training built on; an ensemble built on none. */
  private Optional<Double> search(UpstreamRun run) {
    return run.stage().equals("train")
        ? Winner.builtOn(run, searches).flatMap(search -> Headline.value(search, SECONDS))
        : Optional.empty();
  }

  private static Measured probability(Variant best, Variant other) {
    Map<String, Double> before = errors(best);
    Map<String, Double> now = errors(other);
    List<String> seeds = before.keySet().stream().filter(now::containsKey).toList();
    if (seeds.size() < 2) {
      return Measured.MISSING;
    }
    return Measured.of(
        List.of(WorseningTest.paired(values(before, seeds), values(now, seeds), 0).probability()));
  }

  private static double[] values(Map<String, Double> errors, List<String> seeds) {
    return seeds.stream().mapToDouble(seed -> Objects.requireNonNull(errors.get(seed))).toArray();
  }

  /** Share of wrong answers by seed, the first run of a seed. */
  private static Map<String, Double> errors(Variant variant) {
    List<UpstreamRun> tested = new ArrayList<>(variant.runs());
    tested.removeIf(run -> Headline.value(run, ACCURACY).isEmpty());
    return tested.stream()
        .collect(
            Collectors.toMap(
                run -> run.summary().parameters().getOrDefault("seed", "?"),
                run -> 1 - Headline.value(run, ACCURACY).orElseThrow(),
                (first, second) -> first,
                LinkedHashMap::new));
  }
}
