package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.DescribedSchema;
import org.simplexity.experiment.file.ExperimentFile;

/**
 * A key of an experiment that a trigger may set.
 *
 * @param key dotted key
 * @param section first part of the key; {@code experiment} for keys without a section
 * @param value value in the file, or the default
 * @param schema JSON Schema of the value
 */
record EngineParameter(String key, String section, JsonNode value, ObjectNode schema) {
  private static final String NO_SECTION = "experiment";

  /** Every key of an experiment, in the order of the file. */
  static List<EngineParameter> all(Experiment experiment) {
    List<EngineParameter> parameters = new ArrayList<>();
    collect("", DescribedSchema.read(), ExperimentFile.json(experiment), parameters);
    return parameters;
  }

  ObjectNode json() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("key", key);
    object.put("section", section).set("value", value);
    object.set("schema", schema);
    return object;
  }

  private static void collect(
      String key, JsonNode schema, JsonNode value, List<EngineParameter> into) {
    if (schema.has("properties")) {
      String prefix = key.isEmpty() ? "" : key + ".";
      schema
          .path("properties")
          .properties()
          .forEach(
              field ->
                  collect(
                      prefix + field.getKey(), field.getValue(), value.path(field.getKey()), into));
    } else {
      int dot = key.indexOf('.');
      String section = dot < 0 ? NO_SECTION : key.substring(0, dot);
      into.add(new EngineParameter(key, section, value, FlatSchema.of(schema)));
    }
  }
}
