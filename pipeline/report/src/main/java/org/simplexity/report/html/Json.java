package org.simplexity.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.simplexity.report.drawing.Colour;
import org.simplexity.report.drawing.Palette;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.Source;

/** Data for the script of the page. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** Numbers; those that JSON cannot write become null, a gap. */
  static ArrayNode numbers(Iterable<Double> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> addNumber(array, value));
    return array;
  }

  static void addNumber(ArrayNode array, double value) {
    if (Double.isFinite(value)) {
      array.add(value);
    } else {
      array.addNull();
    }
  }

  static ObjectNode palette() {
    ObjectNode palette = object();
    palette.set("light", array(Palette.SERIES.stream().map(Colour::light).toList()));
    palette.set("dark", array(Palette.SERIES.stream().map(Colour::dark).toList()));
    return palette;
  }

  /** A data element found by its identifier. */
  static Element script(String id, ObjectNode data) {
    return script(data).with("id", id);
  }

  /** A data element; no text in it can end it, because every {@code <} is written as an escape. */
  static Element script(ObjectNode data) {
    try {
      String json = MAPPER.writeValueAsString(data).replace("<", "\\u003c");
      return Element.of("script", new Source(json)).with("type", "application/json");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }
}
