package org.simplexity.method.family;

import java.util.List;
import org.simplexity.method.Score;
import org.simplexity.space.Genotype;

/**
 * A structure of a family.
 *
 * @param condition the complexity at which it is
 * @param genotype discrete structure
 * @param cost its cost, frame included
 * @param score its score
 */
public record FamilyPoint(List<Double> condition, Genotype genotype, double cost, Score score) {
  /** Copies the complexity. */
  public FamilyPoint {
    condition = List.copyOf(condition);
  }
}
