package org.simplexity.report.pruning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;

/**
 * Weights that were fitted at one λ against those that a hypernetwork gives there: {@code var}
 * against {@code var_linear} and {@code var_piecewise}.
 */
public final class PlainComparison {
  private final List<Removal> removals;

  /**
   * Comparisons of an experiment.
   *
   * @param removals all that was measured
   */
  public PlainComparison(List<Removal> removals) {
    this.removals = List.copyOf(removals);
  }

  /** Plain models that some hypernetwork of the same kind was measured beside, at the same λ. */
  public List<String> kinds() {
    return models(r -> true).stream().filter(plain -> !lambdas(plain).isEmpty()).toList();
  }

  /**
   * The values of λ, increasing, at which a plain model and a hypernetwork were measured.
   *
   * @param plain plain model, such as {@code var}
   */
  public List<Double> lambdas(String plain) {
    return removals.stream()
        .filter(r -> r.model().equals(plain))
        .map(Removal::lambda)
        .distinct()
        .filter(lambda -> !hypernetworks(plain, lambda).isEmpty())
        .sorted()
        .toList();
  }

  /**
   * Accuracy over the share removed, of a plain model and its hypernetworks at one λ.
   *
   * @param plain plain model, such as {@code var}
   * @param lambda λ
   */
  public LineChart chart(String plain, double lambda) {
    List<Removal> some =
        removals.stream()
            .filter(r -> r.model().equals(plain) || isHypernetwork(plain, r.model()))
            .sorted(Comparator.comparing(Removal::model))
            .toList();
    LineChart chart = new PruningCharts(some).models(lambda);
    String title = plain + " and its hypernetworks at λ = " + Quantity.NUMBER.format(lambda);
    return new LineChart(title, chart.x(), chart.y(), chart.series());
  }

  /**
   * Accuracy of each hypernetwork less that of the plain model of the same seed, mean and sample
   * standard deviation over seeds that both have.
   *
   * @param plain plain model, such as {@code var}
   * @param shares shares of the weights removed
   */
  public ResultsTable differences(String plain, List<Double> shares) {
    List<Column> columns =
        shares.stream()
            .map(PruningCharts::percent)
            .map(percent -> new Column(percent, Quantity.FRACTION, Better.NEITHER))
            .toList();
    List<Row> rows =
        lambdas(plain).stream()
            .flatMap(
                lambda ->
                    hypernetworks(plain, lambda).stream()
                        .map(model -> row(plain, model, lambda, shares)))
            .toList();
    return new ResultsTable(
        "Accuracy of hypernetworks − that of " + plain + ", by share of weights removed",
        "Hypernetwork",
        columns,
        rows);
  }

  private Row row(String plain, String model, double lambda, List<Double> shares) {
    return new Row(
        model + ", λ = " + Quantity.NUMBER.format(lambda),
        shares.stream().map(share -> difference(plain, model, lambda, share)).toList());
  }

  /**
   * The differences of pairs of one seed.
   *
   * @param plain plain model
   * @param model hypernetwork
   * @param lambda λ of both
   * @param removed share of the weights removed from both
   */
  public Measured difference(String plain, String model, double lambda, double removed) {
    Map<Long, Double> without = bySeed(plain, lambda, removed);
    Map<Long, Double> with = bySeed(model, lambda, removed);
    with.keySet().retainAll(without.keySet());
    return Measured.of(
        with.entrySet().stream()
            .map(entry -> entry.getValue() - without.getOrDefault(entry.getKey(), Double.NaN))
            .toList());
  }

  private Map<Long, Double> bySeed(String model, double lambda, double removed) {
    return removals.stream()
        .filter(r -> r.model().equals(model) && r.lambda() == lambda && r.removed() == removed)
        .collect(
            Collectors.groupingBy(
                Removal::seed, TreeMap::new, Collectors.averagingDouble(Removal::accuracy)));
  }

  private List<String> hypernetworks(String plain, double lambda) {
    return models(r -> r.lambda() == lambda && isHypernetwork(plain, r.model()));
  }

  private List<String> models(Predicate<Removal> chosen) {
    return removals.stream().filter(chosen).map(Removal::model).distinct().toList();
  }

  private static boolean isHypernetwork(String plain, String model) {
    return model.startsWith(plain + "_");
  }
}
