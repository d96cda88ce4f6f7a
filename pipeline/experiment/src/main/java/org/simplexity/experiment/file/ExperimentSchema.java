package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.simplexity.experiment.Experiment;

/** The JSON Schema of experiment files, for editors that complete and check while one types. */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /**
   * The schema (draft 2020-12).
   *
   * @param descriptions text for a key, from its record and component as {@code
   *     org.simplexity.Settings#component}; empty for none
   */
  public static ObjectNode of(Function<String, String> descriptions) {
    ObjectNode body = Kinds.of(Experiment.class).schema(null);
    ObjectNode schema = body.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Simplexity experiment");
    schema.setAll(body);
    describe(schema, descriptions);
    return schema;
  }

  private static void describe(JsonNode node, Function<String, String> descriptions) {
    if (node instanceof ObjectNode object && object.has(SectionSchema.COMPONENT)) {
      String text = descriptions.apply(object.remove(SectionSchema.COMPONENT).asText());
      if (!text.isEmpty()) {
        object.put("description", text);
      }
    }
    node.forEach(inner -> describe(inner, descriptions));
  }
}
