package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values of one kind; one text alone stands for a list of it, as a set's name does. */
record ListKind(Kind item) implements Kind {
  @Override
  public String expected() {
    return "a list, each " + item.expected() + (takesOne() ? ", or one alone" : "");
  }

  private boolean takesOne() {
    return item == ScalarKind.TEXT;
  }

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    if (takesOne() && tree instanceof Tree.Scalar) {
      Read read = item.read(tree, path, null, reading);
      return read.whole() ? Read.of(Collections.singletonList(read.value())) : read;
    }
    if (!(tree instanceof Tree.Sequence sequence)) {
      return reading.wrongKind(tree, path, expected());
    }
    List<@Nullable Object> values = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < sequence.items().size(); i++) {
      Read read = item.read(sequence.items().get(i), path + "[" + i + "]", null, reading);
      whole &= read.whole();
      values.add(read.value());
    }
    return whole ? Read.of(Collections.unmodifiableList(values)) : Read.FAILED;
  }

  @Override
  public JsonNode write(Object value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ((List<?>) value).forEach(v -> array.add(item.write(v)));
    return array;
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
    schema.set("items", item.schema(null));
    return takesOne() ? orOne(schema) : schema;
  }

  private ObjectNode orOne(ObjectNode list) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("anyOf").add(list).add(item.schema(null));
    return schema;
  }
}
