package org.simplexity.method.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.simplexity.method.Score;
import org.simplexity.space.Genotype;

/**
 * What a family gives at many complexities.
 *
 * @param family family
 * @param derivation how discrete structures follow
 * @param costs what structures cost
 */
public record FamilySurvey(StructureFamily family, Derivation derivation, CostTables costs) {
  /**
   * The members at some complexities, in their order; equal structures are scored once.
   *
   * @param conditions complexities
   * @param scores score of a structure, such as {@link InheritedScores}
   * @throws IllegalArgumentException if one is no complexity of the family
   */
  public List<FamilyMember> at(List<List<Double>> conditions, Function<Genotype, Score> scores) {
    Map<Genotype, Score> known = new LinkedHashMap<>();
    conditions.forEach(condition -> known.computeIfAbsent(genotype(condition), scores));
    return conditions.stream()
        .map(
            condition -> {
              Genotype genotype = genotype(condition);
              Score score = Objects.requireNonNull(known.get(genotype));
              return new FamilyMember(condition, genotype, costs.of(genotype), score);
            })
        .toList();
  }

  /**
   * How many different structures there are at some complexities.
   *
   * @param conditions complexities
   */
  public int distinct(List<List<Double>> conditions) {
    return (int) conditions.stream().map(this::genotype).distinct().count();
  }

  private Genotype genotype(List<Double> condition) {
    return family.genotype(vector(condition), derivation);
  }

  static double[] vector(List<Double> condition) {
    return condition.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
