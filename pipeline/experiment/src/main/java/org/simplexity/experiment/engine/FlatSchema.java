package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas that trigger forms understand: a list of types in the place of {@code anyOf}. */
final class FlatSchema {
  private FlatSchema() {}

  /** The same schema without default, its alternatives of simple types merged into one. */
  static ObjectNode of(JsonNode schema) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    ArrayNode types = JsonNodeFactory.instance.arrayNode();
    for (JsonNode alternative : schema.path("anyOf")) {
      types.add(alternative.path("type"));
      alternative.properties().forEach(field -> flat.set(field.getKey(), field.getValue()));
    }
    schema.properties().forEach(field -> flat.set(field.getKey(), field.getValue()));
    flat.remove("anyOf");
    flat.remove("default");
    if (!types.isEmpty()) {
      flat.set("type", types);
    }
    return flat;
  }
}
