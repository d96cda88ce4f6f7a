package org.simplexity.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of a tree whose kind is not known: words that look like numbers are numbers. */
final class TreeJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TreeJson() {}

  static JsonNode of(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    }
    if (tree instanceof Tree.Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((Tree.Scalar) tree);
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("\"" + json + "\" is no JSON", e);
    }
  }

  private static JsonNode scalar(Tree.Scalar scalar) {
    if (scalar.isNull()) {
      return JsonNodeFactory.instance.nullNode();
    }
    for (ScalarKind kind : new ScalarKind[] {ScalarKind.LONG, ScalarKind.DOUBLE, ScalarKind.FLAG}) {
      var value = kind.parser().apply(scalar);
      if (value.isPresent()) {
        return kind.write(value.get());
      }
    }
    return JsonNodeFactory.instance.textNode(scalar.text());
  }
}
