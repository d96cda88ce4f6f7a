package org.simplexity.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Genotypes as JSON text. */
public final class GenotypeJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private GenotypeJson() {}

  /**
   * The genotype as indented JSON.
   *
   * @param genotype structure to write
   */
  public static String write(Genotype genotype) {
    try {
      return MAPPER.writeValueAsString(genotype) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a genotype is always representable as JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param json text of one genotype
   * @throws IllegalArgumentException if the text is not a genotype; the message points at the place
   */
  public static Genotype read(String json) {
    Map<String, PlacedJson> cells =
        PlacedJson.read(new PointedText("genotype", json)).object(List.of("normal", "reduction"));
    return new Genotype(cell(cells, "normal"), cell(cells, "reduction"));
  }

  private static CellGenotype cell(Map<String, PlacedJson> cells, String type) {
    PlacedJson place = field(cells, type);
    Map<String, PlacedJson> fields = place.object(List.of("nodes", "edges", "concatenated"));
    int nodes = field(fields, "nodes").number();
    int last = CellGenotype.INPUTS + nodes - 1;
    List<Edge> edges = new ArrayList<>();
    for (PlacedJson edge : field(fields, "edges").list()) {
      edges.add(edge(edge, last));
    }
    List<Integer> outputs = new ArrayList<>();
    for (PlacedJson output : field(fields, "concatenated").list()) {
      outputs.add(node(output, CellGenotype.INPUTS, last));
    }
    try {
      return new CellGenotype(nodes, edges, outputs);
    } catch (IllegalArgumentException e) {
      throw place.mistake(e.getMessage());
    }
  }

  private static Edge edge(PlacedJson place, int last) {
    Map<String, PlacedJson> fields = place.object(List.of("from", "to", "operation"));
    int to = node(field(fields, "to"), CellGenotype.INPUTS, last);
    int from = node(field(fields, "from"), 0, last);
    PlacedJson operation = field(fields, "operation");
    String name = operation.word();
    if (Operations.find(name).isEmpty()) {
      throw operation.mistake(Operations.unknown(name, List.of()));
    }
    try {
      return new Edge(from, to, name);
    } catch (IllegalArgumentException e) {
      throw place.mistake(e.getMessage());
    }
  }

  private static int node(PlacedJson place, int first, int last) {
    int node = place.number();
    if (node < first || node > last) {
      throw place.mistake(
          "node %d is out of range: it must be one of %d..%d".formatted(node, first, last));
    }
    return node;
  }

  private static PlacedJson field(Map<String, PlacedJson> fields, String name) {
    return Objects.requireNonNull(fields.get(name));
  }
}
