package org.simplexity.stage.family;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.method.family.OperationCosts;
import org.simplexity.method.family.PriceResponse;
import org.simplexity.method.family.SearchedFamily;
import org.simplexity.method.family.SearchedFamilyJson;
import org.simplexity.space.CellType;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;

/**
 * Logs what a search of a family leaves: shared weights, hypernetwork, costs of operations, members
 * over a grid, and how counts of operations answer their prices.
 */
final class FamilyArtifacts {
  private final TrackedRun run;
  private final WorkFolder folder;
  private final Metrics metrics;

  @Inject
  FamilyArtifacts(TrackedRun run, WorkFolder folder, Metrics metrics) {
    this.run = run;
    this.folder = folder;
    this.metrics = metrics;
  }

  void log(SearchedFamily family, NetworkWeights weights, int divisions) throws IOException {
    Path file = folder.own("weights.npz");
    weights.write(file);
    run.artifact(SearchedFamily.WEIGHTS, file);
    run.artifact(
        SearchedFamily.ARTIFACT,
        SearchedFamilyJson.write(family).getBytes(StandardCharsets.UTF_8),
        "application/json");
    run.table("tables/costs.json", costs(family));
    run.table("tables/family.json", members(family, family.members()));
    if (!family.points().isEmpty()) {
      run.table("tables/family_points.json", members(family, family.points()));
    }
    List<String> operations = family.costs().layout().operations();
    if (family.members().get(0).condition().size() == operations.size()) {
      logResponses(PriceResponse.of(operations, family.members(), divisions));
    }
  }

  private void logResponses(List<PriceResponse> responses) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PriceResponse response : responses) {
      rows.add(
          List.of(
              response.operation(),
              response.moves(),
              response.violations(),
              response.greatestRise()));
    }
    run.table(
        "tables/price_response.json",
        new Table(List.of("operation", "moves", "violations", "greatest_rise"), rows));
    metrics.record(
        0,
        Map.of(
            "family/price_moves",
            responses.stream().mapToDouble(PriceResponse::moves).sum(),
            "family/price_violations",
            responses.stream().mapToDouble(PriceResponse::violations).sum()));
  }

  /** One row an edge and operation; frames last. */
  private static Table costs(SearchedFamily family) {
    Map<CostKind, OperationCosts> costs = family.costs().costs();
    StructureLayout layout = family.costs().layout();
    List<String> columns = new ArrayList<>(List.of("cell", "edge", "operation"));
    costs.keySet().forEach(kind -> columns.add(kind.toString()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        for (int k = 0; k < layout.operations().size(); k++) {
          List<@Nullable Object> row = new ArrayList<>();
          row.addAll(
              Arrays.asList(
                  type.label(), layout.edges().get(edge).label(), layout.operations().get(k)));
          int coordinate = layout.offset(type, edge) + k;
          costs.values().forEach(own -> row.add(own.table()[coordinate]));
          rows.add(row);
        }
      }
    }
    List<@Nullable Object> frame = new ArrayList<>(Arrays.asList(null, null, "frame"));
    costs.values().forEach(own -> frame.add(own.frame()));
    rows.add(frame);
    return new Table(columns, rows);
  }

  /** One row a member: its complexity, operations, costs and score. */
  private static Table members(SearchedFamily family, List<FamilyMember> shown) {
    List<String> operations = family.costs().layout().operations();
    boolean vector = family.members().get(0).condition().size() == operations.size();
    List<String> columns = new ArrayList<>();
    if (vector) {
      operations.forEach(operation -> columns.add("price_" + operation));
    } else {
      columns.add("lambda");
    }
    columns.add("structure");
    operations.forEach(operation -> columns.add("count_" + operation));
    family.costs().costs().keySet().forEach(kind -> columns.add(kind.toString()));
    columns.addAll(List.of("accuracy", "loss"));
    List<Genotype> distinct =
        Stream.concat(family.members().stream(), family.points().stream())
            .map(FamilyMember::genotype)
            .distinct()
            .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FamilyMember member : shown) {
      List<@Nullable Object> row = new ArrayList<>(member.condition());
      row.add(distinct.indexOf(member.genotype()));
      operations.forEach(operation -> row.add(member.count(operation)));
      row.addAll(member.costs().values());
      row.add(member.score().accuracy());
      row.add(member.score().loss());
      rows.add(row);
    }
    return new Table(columns, rows);
  }
}
