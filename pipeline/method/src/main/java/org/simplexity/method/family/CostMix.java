package org.simplexity.method.family;

import jakarta.validation.constraints.PositiveOrZero;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.simplexity.space.StructureLayout;

/**
 * Weights of several kinds of cost in one: cost = Σ_i v_i cost_i / greatest_i with v_i = weight_i /
 * Σ weight and greatest_i = Σ_edges max_k cost_i,k, so that the dearest structure of one kind alone
 * costs 1.
 *
 * @param parameters weight of the number of weights
 * @param multiplyAdds weight of multiply-adds
 * @param activations weight of the memory of activations
 * @param latency weight of the measured latency
 * @param energy weight of the measured energy, for machines that tell it
 */
public record CostMix(
    @PositiveOrZero double parameters,
    @PositiveOrZero double multiplyAdds,
    @PositiveOrZero double activations,
    @PositiveOrZero double latency,
    @PositiveOrZero double energy) {
  private static final String SILENT = ": this machine does not tell the energy that it uses";

  /** Checks that something costs something. */
  public CostMix {
    if (!(parameters + multiplyAdds + activations + latency + energy > 0)) {
      throw new IllegalArgumentException(
          "all weights of parameters, multiply_adds, activations, latency and energy are 0: nothing"
              + " costs anything");
    }
  }

  /** Measured latency alone, as in the document. */
  public static CostMix defaults() {
    return new CostMix(0, 0, 0, 1, 0);
  }

  /**
   * Weight of a kind.
   *
   * @param kind kind
   */
  public double weight(CostKind kind) {
    return switch (kind) {
      case PARAMETERS -> parameters;
      case MULTIPLY_ADDS -> multiplyAdds;
      case ACTIVATIONS -> activations;
      case LATENCY -> latency;
      case ENERGY -> energy;
    };
  }

  /** The kinds that have a weight. */
  public List<CostKind> kinds() {
    return Arrays.stream(CostKind.values()).filter(kind -> weight(kind) > 0).toList();
  }

  /**
   * The mixed costs, without a unit.
   *
   * @param costs costs of every one of {@link #kinds} at least, of one layout
   * @throws IllegalArgumentException if one is missing, or no operation costs anything of it
   */
  public OperationCosts of(Map<CostKind, OperationCosts> costs) {
    double weights = kinds().stream().mapToDouble(this::weight).sum();
    StructureLayout layout = required(costs, kinds().get(0)).layout();
    double[] table = new double[layout.length()];
    double frame = 0;
    for (CostKind kind : kinds()) {
      OperationCosts own = required(costs, kind);
      double factor = weight(kind) / weights / own.greatest();
      double[] of = own.table();
      for (int i = 0; i < table.length; i++) {
        table[i] += factor * of[i];
      }
      frame += factor * own.frame();
    }
    return new OperationCosts(layout, table, frame);
  }

  private static OperationCosts required(Map<CostKind, OperationCosts> costs, CostKind kind) {
    OperationCosts own = costs.get(kind);
    if (own == null) {
      throw new IllegalArgumentException(
          "there are no costs of kind %s; there are %s%s"
              .formatted(kind, costs.keySet(), kind == CostKind.ENERGY ? SILENT : ""));
    }
    if (own.greatest() == 0) {
      throw new IllegalArgumentException(
          "no operation costs any %s: the weight of %s must be 0".formatted(kind.unit(), kind));
    }
    return own;
  }
}
