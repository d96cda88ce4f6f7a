package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any keys, each with a value of one kind, in their order. */
record MapKind(Kind item) implements Kind {
  @Override
  public String expected() {
    return "a section, each value " + item.expected();
  }

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return reading.wrongKind(tree, path, expected());
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    boolean whole = true;
    for (Tree.Entry entry : mapping.entries()) {
      String inner = path + "." + entry.key();
      if (values.containsKey(entry.key())) {
        reading.problems().add(entry.place(), inner, "key is given twice");
      }
      Read read = item.read(entry.value(), inner, null, reading);
      whole &= read.whole();
      values.put(entry.key(), read.value());
    }
    return whole ? Read.of(Collections.unmodifiableMap(values)) : Read.FAILED;
  }

  @Override
  public JsonNode write(Object value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ((Map<?, ?>) value).forEach((k, v) -> object.set((String) k, item.write(v)));
    return object;
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.set("additionalProperties", item.schema(null));
    return schema;
  }
}
