package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a section. */
final class SectionSchema {
  /** Where {@link ExperimentSchema} finds which component a property is of; not written out. */
  static final String COMPONENT = "x-component";

  private SectionSchema() {}

  static ObjectNode of(SectionKind kind, @Nullable Object defaults) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Component component : kind.components()) {
      Object value = defaults == null ? null : component.of(defaults);
      properties.set(component.key(), property(kind, component, value));
      if (isRequired(component, value)) {
        required.add(component.key());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode property(
      SectionKind section, Component component, @Nullable Object value) {
    ObjectNode schema = component.kind().schema(value);
    ConstraintSchema.add(component.component(), schema);
    schema.put(COMPONENT, section.type().getName() + "#" + component.component().getName());
    if (value != null && !isRequired(component, value) && !schema.has("properties")) {
      schema.set("default", component.kind().write(value));
    }
    return schema;
  }

  private static boolean isRequired(Component component, @Nullable Object value) {
    return (value == null && !(component.kind() instanceof OptionalKind))
        || (value instanceof String text && text.isBlank() && ConstraintSchema.notBlank(component));
  }
}
