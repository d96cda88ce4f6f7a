package org.simplexity.method.family;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.method.MethodState;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

/**
 * The costs of every kind in one space, as they were once counted and measured.
 *
 * @param costs costs by kind, all of one layout
 */
public record CostTables(Map<CostKind, OperationCosts> costs) {
  private static final String TABLE = "costs/%s/table";
  private static final String FRAME = "costs/%s/frame";

  /** Copies and checks that there are costs, all of one layout. */
  public CostTables {
    costs = Collections.unmodifiableMap(new EnumMap<>(costs));
    if (costs.values().stream().map(OperationCosts::layout).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "costs %s are not of one layout".formatted(costs.keySet()));
    }
  }

  /**
   * Counts and measures all kinds that this machine tells.
   *
   * @param measurement space and timing
   */
  public static CostTables of(CostMeasurement measurement) {
    List<CostKind> kinds =
        Arrays.stream(CostKind.values())
            .filter(kind -> kind != CostKind.ENERGY || measurement.energy().isPresent())
            .toList();
    return new CostTables(measurement.of(kinds));
  }

  /** Order of the structure vector. */
  public StructureLayout layout() {
    return costs.values().iterator().next().layout();
  }

  /**
   * What a discrete network costs, frame included, by kind.
   *
   * @param genotype its structure
   */
  public Map<CostKind, Double> of(Genotype genotype) {
    Map<CostKind, Double> values = new LinkedHashMap<>();
    costs.forEach((kind, own) -> values.put(kind, own.of(genotype)));
    return values;
  }

  /**
   * Adds the costs to a state, for {@link #restored}.
   *
   * @param arrays state by name
   */
  public void save(Map<String, double[]> arrays) {
    costs.forEach(
        (kind, own) -> {
          arrays.put(TABLE.formatted(kind), own.table());
          arrays.put(FRAME.formatted(kind), new double[] {own.frame()});
        });
  }

  /**
   * The costs of a state: a measurement is not repeated, since it would give others.
   *
   * @param state state that {@link #save} added to
   * @param layout order of the structure vector
   */
  public static CostTables restored(MethodState state, StructureLayout layout) {
    Map<CostKind, OperationCosts> costs = new EnumMap<>(CostKind.class);
    for (CostKind kind : CostKind.values()) {
      if (state.arrays().containsKey(TABLE.formatted(kind))) {
        double[] table = state.array(TABLE.formatted(kind));
        double frame = Arrays.stream(state.array(FRAME.formatted(kind))).sum();
        costs.put(kind, new OperationCosts(layout, table, frame));
      }
    }
    return new CostTables(costs);
  }
}
