package org.simplexity.method.family;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.method.Score;
import org.simplexity.space.Genotype;

/**
 * What a family gives at one complexity.
 *
 * @param condition the complexity c
 * @param genotype discrete structure at c
 * @param costs what its network costs, frame included, by kind
 * @param score its score with inherited weights
 */
public record FamilyMember(
    List<Double> condition, Genotype genotype, Map<CostKind, Double> costs, Score score) {
  /** Copies the collections. */
  public FamilyMember {
    condition = List.copyOf(condition);
    costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
  }

  /**
   * How many edges of both cell types carry an operation.
   *
   * @param operation name of the operation
   */
  public long count(String operation) {
    return genotype.normal().count(operation) + genotype.reduction().count(operation);
  }
}
