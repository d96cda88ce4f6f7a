package org.simplexity.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellType;
import org.simplexity.space.StructureLayout;

/** A relaxed structure as JSON: for every edge its α and γ, by operation. */
public final class StructureJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StructureJson() {}

  private record Document(
      List<String> operations, Map<String, double[]> alpha, Map<String, double[]> gamma) {}

  /**
   * Writes both vectors by edge.
   *
   * @param layout order of the vectors
   * @param alpha structure parameters, equally many for every edge
   * @param gamma structure
   */
  public static String write(StructureLayout layout, double[] alpha, double[] gamma) {
    try {
      return MAPPER.writeValueAsString(
              new Document(layout.operations(), byEdge(layout, alpha), byEdge(layout, gamma)))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a structure is always representable as JSON", e);
    }
  }

  private static Map<String, double[]> byEdge(StructureLayout layout, double[] vector) {
    Map<String, double[]> edges = new LinkedHashMap<>();
    int width = vector.length / layout.groups();
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        int start = layout.offset(type, edge) / layout.operations().size() * width;
        edges.put(
            CellSpace.slice(type, layout.edges().get(edge)),
            Arrays.copyOfRange(vector, start, start + width));
      }
    }
    return edges;
  }

  /**
   * Reads γ back.
   *
   * @param layout expected order
   * @param json what {@link #write} wrote
   * @return structure vector in the order of the layout
   * @throws IllegalArgumentException if the text is not a structure of that layout
   */
  public static double[] readGamma(StructureLayout layout, String json) {
    Document document = parse(json);
    if (!document.operations().equals(layout.operations())) {
      throw new IllegalArgumentException(
          "structure of operations %s does not fit a space of operations %s"
              .formatted(document.operations(), layout.operations()));
    }
    double[] gamma = new double[layout.length()];
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        String name = CellSpace.slice(type, layout.edges().get(edge));
        double[] values = document.gamma().get(name);
        if (values == null || values.length != layout.operations().size()) {
          throw new IllegalArgumentException("structure has no complete edge " + name);
        }
        System.arraycopy(values, 0, gamma, layout.offset(type, edge), values.length);
      }
    }
    return gamma;
  }

  private static Document parse(String json) {
    try {
      return MAPPER.readValue(json, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a structure: " + e.getOriginalMessage(), e);
    }
  }
}
