package org.simplexity.method;

import jakarta.validation.constraints.Positive;
import java.util.List;

/**
 * A positive quantity over the epochs of a search, such as a temperature or a concentration.
 *
 * <p>In epoch e of E, counted from 1, with s = (e − 1) / (E − 1): {@code linear} from + s (to −
 * from), {@code geometric} from (to / from)ˢ.
 *
 * @param kind shape of the curve
 * @param from value in the first epoch
 * @param to value in the last epoch; {@code constant} does not use it
 * @param values values of {@code custom}, one an epoch
 */
public record AnnealingSettings(
    AnnealingKind kind, @Positive double from, @Positive double to, List<Double> values) {
  /** Checks the list of {@code custom}. */
  public AnnealingSettings {
    values = List.copyOf(values);
    if (kind == AnnealingKind.CUSTOM && values.isEmpty()) {
      throw new IllegalArgumentException("values [] is empty; kind custom needs one an epoch");
    }
    for (double value : values) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("values " + values + " must be positive");
      }
    }
  }

  /** The same value in every epoch. */
  public static AnnealingSettings constant(double value) {
    return new AnnealingSettings(AnnealingKind.CONSTANT, value, value, List.of());
  }

  /** Equal ratios between two values. */
  public static AnnealingSettings geometric(double from, double to) {
    return new AnnealingSettings(AnnealingKind.GEOMETRIC, from, to, List.of());
  }

  /**
   * The value in an epoch.
   *
   * @param epoch epoch, counted from 1
   * @param epochs number of epochs
   */
  public double value(int epoch, int epochs) {
    double share = epochs == 1 ? 0 : (epoch - 1.0) / (epochs - 1);
    return switch (kind) {
      case CONSTANT -> from;
      case LINEAR -> from + share * (to - from);
      case GEOMETRIC -> from * Math.exp(share * (Math.log(to) - Math.log(from)));
      case CUSTOM -> values.get(Math.min(epoch, values.size()) - 1);
    };
  }
}
