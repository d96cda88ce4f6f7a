package org.simplexity.regression.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.Observation;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;

/** Numbers of one metric as they are to be read. */
public record Numbers(Quantity quantity) {
  private static final double SMALL = 1e-5;
  private static final double LARGE = 100;
  private static final String PLUS_MINUS = " ±\u00A0";

  /**
   * Chooses how to write a metric by its name.
   *
   * @param metric name of the metric
   */
  public static Numbers of(String metric) {
    if (metric.contains("accuracy")) {
      return new Numbers(Quantity.FRACTION);
    } else if (metric.startsWith("model/") || metric.endsWith("_images")) {
      return new Numbers(Quantity.COUNT);
    } else if (metric.endsWith("_seconds")) {
      return new Numbers(Quantity.SECONDS);
    }
    return new Numbers(metric.endsWith("_mb") ? Quantity.MEGABYTES : Quantity.NUMBER);
  }

  /**
   * Mean and sample standard deviation.
   *
   * @param values values over seeds
   */
  public String mean(List<Observation> values) {
    Measured measured = Measured.of(values.stream().map(Observation::value).toList());
    String mean = quantity.format(measured.mean());
    return values.size() > 1 ? mean + PLUS_MINUS + spread(measured.deviation()) : mean;
  }

  /** A spread or difference, which needs fewer digits than what it is about. */
  private String spread(double value) {
    boolean plain = quantity == Quantity.NUMBER && value >= SMALL && value < LARGE;
    return plain
        ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
        : quantity.format(value);
  }

  /**
   * One value.
   *
   * @param number value
   */
  public String value(double number) {
    return quantity.format(number);
  }

  /**
   * A difference, with its sign.
   *
   * @param number difference
   */
  public String change(double number) {
    String size = spread(Math.abs(number));
    boolean zero = number == 0 || !Double.isFinite(number);
    return zero ? size : (number > 0 ? "+" : "−") + size;
  }

  /** The change with the half width of its confidence interval of 95 %. */
  String changeWithInterval(MetricResult result) {
    double half = result.evidence().halfWidth(INTERVAL);
    String change = change(result.change());
    return half > 0 && Double.isFinite(half) ? change + PLUS_MINUS + spread(half) : change;
  }

  /** Level of the confidence intervals, each for itself. */
  static final double INTERVAL = 0.95;

  /** A p value: three decimals, or that it is smaller. */
  static String probability(MetricResult result) {
    if (!result.evidence().method().isTest()) {
      return "–";
    }
    double p = result.corrected();
    return p > 0 && p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** What is allowed: {@code fall ≤ 0.0100}, {@code rise ≤ 5% (0.012)}, {@code ≤ 0.05}. */
  String allowed(MetricResult result) {
    String amount = quantity.format(result.tolerance());
    return switch (result.rule().goal()) {
      case HIGHER -> "fall ≤ " + share(result) + amount;
      case LOWER -> "rise ≤ " + share(result) + amount;
      case AT_MOST -> "≤ " + amount;
      case AT_LEAST -> "≥ " + amount;
      case IGNORED -> "–";
    };
  }

  private static String share(MetricResult result) {
    return result.rule().amount().percent() ? result.rule().amount() + " = " : "";
  }
}
