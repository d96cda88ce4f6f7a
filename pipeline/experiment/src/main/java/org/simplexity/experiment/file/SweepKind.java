package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.Sweep;

/**
 * The axes of a sweep: dotted keys to lists. Whether keys and values exist is {@link SweepCheck}'s.
 */
record SweepKind() implements Kind {
  @Override
  public String expected() {
    return "dotted keys, each with a list of values, such as \"seed: [0, 1]\"";
  }

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return reading.wrongKind(tree, path, expected());
    }
    Map<String, List<String>> axes = new LinkedHashMap<>();
    for (Tree.Entry entry : mapping.entries()) {
      String inner = path + "." + entry.key();
      if (axes.containsKey(entry.key())) {
        reading.problems().add(entry.place(), inner, "key is given twice");
      }
      axes.put(entry.key(), values(entry, inner, reading));
    }
    return Read.of(new Sweep(axes));
  }

  private List<String> values(Tree.Entry entry, String path, Reading reading) {
    if (!(entry.value() instanceof Tree.Sequence sequence)) {
      reading.wrongKind(entry.value(), path, "a list of values, such as [0, 1]");
      return List.of();
    }
    if (sequence.items().isEmpty()) {
      reading.problems().add(sequence.place(), path, "the list is empty; expected a value or more");
    }
    return sequence.items().stream().map(item -> TreeJson.of(item).toString()).toList();
  }

  @Override
  public JsonNode write(Object value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ((Sweep) value)
        .axes()
        .forEach(
            (key, values) -> {
              ArrayNode array = object.putArray(key);
              values.forEach(text -> array.add(TreeJson.parse(text)));
            });
    return object;
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("additionalProperties").put("type", "array").put("minItems", 1);
    return schema;
  }
}
