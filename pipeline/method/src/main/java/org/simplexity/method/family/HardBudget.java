package org.simplexity.method.family;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simplexity.method.Score;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellType;
import org.simplexity.space.Genotype;

/**
 * The choice of a complexity c such that the discrete structure at c costs no more than a budget:
 * of those within it the one that scores best.
 *
 * @param limit the budget, in the unit of the costs
 * @param costs what structures cost
 * @param derivation how discrete structures follow from the family
 */
public record HardBudget(double limit, OperationCosts costs, Derivation derivation) {
  /**
   * The structure of the greatest accuracy among those within the budget; of equal ones the
   * cheapest, then that of the earlier c. Each structure is scored once, those beyond the budget
   * never.
   *
   * @param family family
   * @param conditions the c that are looked at, such as a {@link SimplexGrid}
   * @param scores score of a structure, such as {@link InheritedScores}
   * @throws IllegalArgumentException if no structure is within the budget; the message names the
   *     cheapest
   */
  public FamilyPoint best(
      StructureFamily family, List<List<Double>> conditions, Function<Genotype, Score> scores) {
    Map<Genotype, List<Double>> structures = structures(family, conditions);
    return structures.entrySet().stream()
        .filter(entry -> costs.of(entry.getKey()) <= limit)
        .map(entry -> point(entry.getKey(), entry.getValue(), scores))
        .min(
            Comparator.comparingDouble((FamilyPoint point) -> -point.score().accuracy())
                .thenComparingDouble(FamilyPoint::cost))
        .orElseThrow(() -> new IllegalArgumentException(refusal(structures)));
  }

  /** The different structures, each with the first c at which it is. */
  private Map<Genotype, List<Double>> structures(
      StructureFamily family, List<List<Double>> conditions) {
    Map<Genotype, List<Double>> structures = new LinkedHashMap<>();
    for (List<Double> condition : conditions) {
      double[] c = condition.stream().mapToDouble(Double::doubleValue).toArray();
      structures.putIfAbsent(family.genotype(c, derivation), condition);
    }
    return structures;
  }

  private FamilyPoint point(
      Genotype genotype, List<Double> condition, Function<Genotype, Score> scores) {
    return new FamilyPoint(condition, genotype, costs.of(genotype), scores.apply(genotype));
  }

  private String refusal(Map<Genotype, List<Double>> structures) {
    return structures.entrySet().stream()
        .min(Comparator.comparingDouble(entry -> costs.of(entry.getKey())))
        .map(
            cheapest ->
                "budget %s is below %s, the cost of the cheapest structure, which is at %s: %s"
                    .formatted(
                        limit,
                        costs.of(cheapest.getKey()),
                        cheapest.getValue(),
                        text(cheapest.getKey())))
        .orElse("no complexity was given to look at");
  }

  private static String text(Genotype genotype) {
    return Stream.of(CellType.values())
        .map(type -> type.label() + " " + text(genotype.cell(type)))
        .collect(Collectors.joining(", "));
  }

  private static String text(CellGenotype cell) {
    return cell.edges().stream()
        .map(edge -> "%d-%d %s".formatted(edge.from(), edge.to(), edge.operation()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
