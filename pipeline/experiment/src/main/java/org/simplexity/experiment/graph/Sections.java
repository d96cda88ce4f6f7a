package org.simplexity.experiment.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;

/** The part of an experiment that a stage reads, in one canonical text. */
final class Sections {
  private Sections() {}

  /** Dotted key to value, keys in alphabetical order at every level, every default written out. */
  static ObjectNode of(Experiment experiment, StageDescription stage) {
    JsonNode whole = ExperimentFile.json(experiment);
    TreeMap<String, JsonNode> parts = new TreeMap<>();
    for (String section : stage.sections()) {
      parts.put(section, sorted(whole.at("/" + section.replace('.', '/'))));
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    parts.forEach(object::set);
    return object;
  }

  private static JsonNode sorted(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    fields.forEach(copy::set);
    return copy;
  }
}
