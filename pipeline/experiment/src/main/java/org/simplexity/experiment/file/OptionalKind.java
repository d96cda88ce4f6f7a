package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that may be left out: {@code Optional} or a nullable component. */
record OptionalKind(Kind inner, boolean wrapped) implements Kind {
  @Override
  public String expected() {
    return inner.expected() + " or nothing";
  }

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    if (tree instanceof Tree.Scalar scalar && scalar.isNull()) {
      return Read.of(wrapped ? Optional.empty() : null);
    }
    Object inside = fallback instanceof Optional<?> some ? some.orElse(null) : fallback;
    Read read = inner.read(tree, path, inside, reading);
    return read.whole() && wrapped ? Read.of(Optional.ofNullable(read.value())) : read;
  }

  @Override
  public JsonNode write(Object value) {
    Object inside = value instanceof Optional<?> some ? some.orElse(null) : value;
    return inside == null ? JsonNodeFactory.instance.nullNode() : inner.write(inside);
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("anyOf").add(inner.schema(fallback)).addObject().put("type", "null");
    return schema;
  }
}
