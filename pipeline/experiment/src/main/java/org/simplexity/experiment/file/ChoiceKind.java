package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of a few words: the constants of an enum. */
record ChoiceKind(Map<String, Enum<?>> words) implements Kind {
  static ChoiceKind of(Class<?> type) {
    Map<String, Enum<?>> words = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .map(c -> (Enum<?>) c)
        .forEach(c -> words.put(word(c), c));
    return new ChoiceKind(words);
  }

  /** The word of a constant: what its {@code toString()} says, else its name in lower case. */
  private static String word(Enum<?> constant) {
    return constant.toString().equals(constant.name())
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : constant.toString();
  }

  @Override
  public String expected() {
    return "one of " + String.join(", ", words.keySet());
  }

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    if (!(tree instanceof Tree.Scalar scalar)) {
      return reading.wrongKind(tree, path, expected());
    }
    Enum<?> constant = words.get(scalar.text());
    if (constant == null) {
      constant = words.get(scalar.text().replace('_', '-'));
    }
    if (constant != null) {
      return Read.of(constant);
    }
    String question = Nearest.question(scalar.text(), words.keySet());
    String message = tree.shown() + " is no valid choice; expected " + expected() + question;
    reading.problems().add(tree.place(), path, message);
    return Read.FAILED;
  }

  @Override
  public JsonNode write(Object value) {
    return JsonNodeFactory.instance.textNode(word((Enum<?>) value));
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    words.keySet().forEach(schema.putArray("enum")::add);
    return schema;
  }
}
