package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.report.content.PriceMap;
import org.simplexity.report.content.PriceMap.Place;
import org.simplexity.report.content.PriceMap.Reading;
import org.simplexity.report.content.PriceMap.Structure;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.drawing.GenotypeDrawing;
import org.simplexity.space.Genotype;

/**
 * The members of one family, to be pointed at.
 *
 * @param run its run
 */
record FamilyMap(FamilyRun run) {
  PriceMap map(String title) {
    List<FamilyMember> members =
        Stream.concat(run.searched().members().stream(), run.searched().points().stream()).toList();
    List<Genotype> distinct = members.stream().map(FamilyMember::genotype).distinct().toList();
    List<Place> places =
        members.stream()
            .map(m -> new Place(m.condition(), distinct.indexOf(m.genotype())))
            .toList();
    List<Structure> structures =
        distinct.stream()
            .map(
                genotype ->
                    members.stream()
                        .filter(m -> m.genotype().equals(genotype))
                        .findFirst()
                        .map(this::structure)
                        .orElseThrow())
            .toList();
    return new PriceMap(
        title, run.hasPrices() ? run.operations() : List.of("λ"), places, structures);
  }

  private Structure structure(FamilyMember member) {
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading("Accuracy", Quantity.FRACTION, member.score().accuracy()));
    for (String operation : run.operations()) {
      readings.add(new Reading(operation, Quantity.COUNT, member.count(operation)));
    }
    member.costs().forEach((kind, cost) -> readings.add(reading(kind, cost)));
    return new Structure(
        readings,
        List.of(
            GenotypeDrawing.draw("Normal cell", member.genotype().normal()),
            GenotypeDrawing.draw("Reduction cell", member.genotype().reduction())));
  }

  private static Reading reading(CostKind kind, double cost) {
    return switch (kind) {
      case PARAMETERS -> new Reading("Parameters", Quantity.COUNT, cost);
      case MULTIPLY_ADDS -> new Reading("Multiply-adds", Quantity.COUNT, cost);
      case ACTIVATIONS -> new Reading("Activations, bytes", Quantity.COUNT, cost);
      case LATENCY -> new Reading("Latency, ms", Quantity.NUMBER, cost);
      case ENERGY -> new Reading("Energy, mJ", Quantity.NUMBER, cost);
    };
  }
}
