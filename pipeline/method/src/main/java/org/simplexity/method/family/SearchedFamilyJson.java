package org.simplexity.method.family;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.kernel.Shape;
import org.simplexity.method.Score;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import org.simplexity.space.StructureLayout;

/** Searched families as JSON text. */
public final class SearchedFamilyJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SearchedFamilyJson() {}

  /**
   * The family as JSON.
   *
   * @param family family
   */
  public static String write(SearchedFamily family) {
    ObjectNode root = JSON.createObjectNode();
    root.put("images", family.images());
    Shape input = family.input();
    root.putArray("input").add(input.channels()).add(input.height()).add(input.width());
    family.classes().forEach(root.putArray("classes")::add);
    family.normalisation().mean().forEach(root.putArray("mean")::add);
    family.normalisation().standardDeviation().forEach(root.putArray("standard_deviation")::add);
    StructureLayout layout = family.costs().layout();
    layout.operations().forEach(root.putArray("operations")::add);
    ArrayNode edges = root.putArray("edges");
    layout.edges().forEach(edge -> edges.addArray().add(edge.from()).add(edge.to()));
    ObjectNode costs = root.putObject("costs");
    family.costs().costs().forEach((kind, own) -> write(own, costs.putObject(kind.toString())));
    family.parameters().forEach(root.putArray("parameters")::add);
    ArrayNode members = root.putArray("members");
    family.members().forEach(member -> write(member, members.addObject()));
    ArrayNode points = root.putArray("points");
    family.points().forEach(member -> write(member, points.addObject()));
    return root + "\n";
  }

  private static void write(OperationCosts costs, ObjectNode node) {
    node.put("frame", costs.frame());
    Arrays.stream(costs.table()).forEach(node.putArray("table")::add);
  }

  private static void write(FamilyMember member, ObjectNode node) {
    member.condition().forEach(node.putArray("at")::add);
    node.put("accuracy", member.score().accuracy()).put("loss", member.score().loss());
    node.set("genotype", tree(GenotypeJson.write(member.genotype())));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param json text
   * @throws IllegalArgumentException if it is something else; the message names the key
   */
  public static SearchedFamily read(String json) {
    JsonNode root = tree(json);
    List<Double> input = numbers(root, "input");
    if (input.size() != 3) {
      throw new IllegalArgumentException(
          "input %s must be channels, height and width".formatted(input));
    }
    CostTables costs = costs(required(root, "costs"), layout(root));
    return new SearchedFamily(
        required(root, "images").asText(),
        new Shape(input.get(0).intValue(), input.get(1).intValue(), input.get(2).intValue()),
        texts(root, "classes"),
        new ChannelStatistics(numbers(root, "mean"), numbers(root, "standard_deviation")),
        numbers(root, "parameters"),
        costs,
        members(root, "members", costs),
        members(root, "points", costs));
  }

  private static StructureLayout layout(JsonNode root) {
    return new StructureLayout(
        required(root, "edges")
            .valueStream()
            .map(edge -> new EdgePosition(edge.path(0).asInt(), edge.path(1).asInt()))
            .toList(),
        texts(root, "operations"));
  }

  private static CostTables costs(JsonNode node, StructureLayout layout) {
    Map<CostKind, OperationCosts> costs = new EnumMap<>(CostKind.class);
    for (CostKind kind : CostKind.values()) {
      if (node.has(kind.toString())) {
        JsonNode own = node.get(kind.toString());
        double[] table = numbers(own, "table").stream().mapToDouble(d -> d).toArray();
        costs.put(kind, new OperationCosts(layout, table, required(own, "frame").asDouble()));
      }
    }
    return new CostTables(costs);
  }

  private static List<FamilyMember> members(JsonNode root, String key, CostTables costs) {
    return required(root, key).valueStream().map(node -> member(node, costs)).toList();
  }

  private static FamilyMember member(JsonNode node, CostTables costs) {
    Genotype genotype = GenotypeJson.read(required(node, "genotype").toString());
    return new FamilyMember(
        numbers(node, "at"),
        genotype,
        costs.of(genotype),
        new Score(required(node, "loss").asDouble(), required(node, "accuracy").asDouble()));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode required(JsonNode node, String key) {
    if (!node.has(key)) {
      throw new IllegalArgumentException("there is no key \"%s\"".formatted(key));
    }
    return node.get(key);
  }

  private static List<Double> numbers(JsonNode root, String key) {
    return required(root, key).valueStream().map(JsonNode::asDouble).toList();
  }

  private static List<String> texts(JsonNode root, String key) {
    return required(root, key).valueStream().map(JsonNode::asText).toList();
  }
}
