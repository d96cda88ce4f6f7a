package org.simplexity.cli.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.space.CellType;
import org.simplexity.space.GenotypeJson;

/**
 * What a family gives at one complexity, for people and for programs.
 *
 * @param run run of the family
 * @param operations operations of the space
 * @param member member with the costs predicted from those of its operations
 * @param counted costs counted and measured of the whole network
 * @param images validation images that it was scored on
 */
record Member(
    String run,
    List<String> operations,
    FamilyMember member,
    Map<CostKind, Double> counted,
    int images) {
  /** Copies the collections. */
  Member {
    operations = List.copyOf(operations);
    counted = Map.copyOf(counted);
  }

  private boolean hasPrices() {
    return member.condition().size() == operations.size();
  }

  private Map<String, Double> complexity() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < member.condition().size(); i++) {
      named.put(hasPrices() ? operations.get(i) : "lambda", member.condition().get(i));
    }
    return named;
  }

  String text(List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, "%s %s", hasPrices() ? "prices    " : "complexity", joined(complexity(), "%.4g"));
    Map<String, Double> counts = new LinkedHashMap<>();
    operations.forEach(operation -> counts.put(operation, (double) member.count(operation)));
    line(text, "operations %s", joined(counts, "%.0f"));
    line(
        text,
        "accuracy   %.4f (loss %.4f) on %d validation images, with inherited weights",
        member.score().accuracy(),
        member.score().loss(),
        images);
    line(text, "%n%-14s %14s %14s", "cost", "predicted", "of the network");
    member
        .costs()
        .forEach(
            (kind, predicted) ->
                line(
                    text,
                    kind.isCounted() ? "%-14s %,14.0f %,14.0f %s" : "%-14s %14.4f %14.4f %s",
                    kind,
                    predicted,
                    counted.getOrDefault(kind, Double.NaN),
                    kind.unit()));
    for (CellType type : CellType.values()) {
      line(text, "%n%-10s %s", type.label(), edges(type));
    }
    if (!files.isEmpty()) {
      line(text, "");
    }
    for (Path file : files) {
      line(text, "%9d bytes  %s", Files.size(file), file);
    }
    return text.toString().stripTrailing();
  }

  private String edges(CellType type) {
    return member.genotype().cell(type).edges().stream()
        .map(edge -> "%d-%d %s".formatted(edge.from(), edge.to(), edge.operation()))
        .collect(Collectors.joining(", "));
  }

  private static String joined(Map<String, Double> named, String format) {
    return named.entrySet().stream()
        .map(e -> e.getKey() + " " + String.format(Locale.ROOT, format, e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  String json(List<Path> files) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("run", run);
    ObjectNode at = root.putObject("at");
    complexity().forEach(at::put);
    ObjectNode counts = root.putObject("operations");
    operations.forEach(operation -> counts.put(operation, member.count(operation)));
    root.put("accuracy", member.score().accuracy()).put("loss", member.score().loss());
    root.put("images", images);
    ObjectNode predicted = root.putObject("predicted");
    member.costs().forEach((kind, cost) -> predicted.put(kind.toString(), cost));
    ObjectNode real = root.putObject("counted");
    counted.forEach((kind, cost) -> real.put(kind.toString(), cost));
    root.set("genotype", mapper.readTree(GenotypeJson.write(member.genotype())));
    ArrayNode names = root.putArray("files");
    files.forEach(file -> names.add(file.toString()));
    return root.toString();
  }
}
