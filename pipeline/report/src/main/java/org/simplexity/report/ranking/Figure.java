package org.simplexity.report.ranking;

import java.util.List;
import java.util.Set;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;

/**
 * A metric as a column of a table.
 *
 * @param metric its name in the tracker
 * @param column how it is shown
 */
public record Figure(String metric, Column column) {
  /** What a trained network is judged by. */
  public static final List<Figure> TRAINED =
      List.of(
          of("test/accuracy", "Test accuracy", Quantity.FRACTION, Better.HIGHER),
          of("test/loss", "Test loss", Quantity.NUMBER, Better.LOWER),
          of("model/parameters", "Parameters", Quantity.COUNT, Better.LOWER),
          of("model/multiply_adds", "Multiply-adds", Quantity.COUNT, Better.LOWER),
          of("time/total_seconds", "Training time", Quantity.SECONDS, Better.LOWER),
          of("memory/peak_mb", "Peak memory", Quantity.MEGABYTES, Better.LOWER));

  /** What a reader must see first of the best variant. */
  public static final List<Figure> HEADLINE =
      TRAINED.stream()
          .filter(figure -> !Set.of("test/loss", "memory/peak_mb").contains(figure.metric()))
          .toList();

  /** What making a structure discrete does to accuracy. */
  public static final List<Figure> DISCRETE =
      List.of(
          of("accuracy/supernet", "Supernet", Quantity.FRACTION, Better.HIGHER),
          of("accuracy/discrete", "Discretised", Quantity.FRACTION, Better.HIGHER),
          of("accuracy/recalibrated", "Recalibrated", Quantity.FRACTION, Better.HIGHER),
          of("accuracy/fine_tuned", "Fine-tuned", Quantity.FRACTION, Better.HIGHER));

  /** How a search ended. */
  public static final List<Figure> SEARCHED =
      List.of(
          of("validation/accuracy", "Validation accuracy", Quantity.FRACTION, Better.HIGHER),
          of("structure/entropy", "Entropy of γ", Quantity.NUMBER, Better.NEITHER),
          of("structure/skip_connections", "Skip connections", Quantity.COUNT, Better.NEITHER),
          of("model/parameters", "Supernet parameters", Quantity.COUNT, Better.NEITHER),
          of("time/total_seconds", "Search time", Quantity.SECONDS, Better.LOWER));

  private static Figure of(String metric, String title, Quantity quantity, Better better) {
    return new Figure(metric, new Column(title, quantity, better));
  }
}
