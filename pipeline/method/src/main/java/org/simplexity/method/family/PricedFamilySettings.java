package org.simplexity.method.family;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/**
 * A family of structures under prices, and what is told of it.
 *
 * @param search search of the family
 * @param price what an operation costs, to which prices are applied
 * @param derivation how discrete structures follow
 * @param divisions intervals along each edge of the grid of complexities that is told at the end; K
 *     operations give C(divisions + K − 1, K − 1) points
 * @param points complexities that are told besides the grid
 * @param scored images of the validation split, the first ones, on which structures are scored
 */
public record PricedFamilySettings(
    @Valid StructureFamilySettings search,
    @Valid CostMix price,
    Derivation derivation,
    @Min(1) @Max(100) int divisions,
    List<List<Double>> points,
    @Min(1) int scored) {
  /** Copies the points. */
  public PricedFamilySettings {
    points = points.stream().map(List::copyOf).toList();
  }

  /**
   * Checks what depends on the space.
   *
   * @param operations K
   * @throws IllegalArgumentException if {@code search.fixed} or one of the points is no complexity
   *     of K operations
   */
  public void check(int operations) {
    ComplexityControl control = search.control(operations);
    if (search.fixed().isEmpty()) {
      points.forEach(point -> control.prices(FamilySurvey.vector(point)));
    }
  }

  /**
   * The document's settings: one operation on every edge, priced by measured latency; ours are a
   * grid of tenths and 2 000 images.
   */
  public static PricedFamilySettings defaults() {
    return new PricedFamilySettings(
        StructureFamilySettings.defaults(),
        CostMix.defaults(),
        Derivation.EVERY_EDGE,
        10,
        List.of(),
        2000);
  }
}
