package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A single value: number, truth value, text or path. */
record ScalarKind(
    String expected,
    String schemaType,
    Function<Tree.Scalar, Optional<Object>> parser,
    Function<Object, JsonNode> writer)
    implements Kind {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String WHOLE = "[-+]?[0-9]+(_[0-9]+)*";
  private static final String REAL = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";

  static final ScalarKind INT =
      new ScalarKind(
          "a whole number",
          "integer",
          scalar -> whole(scalar).filter(v -> v == v.intValue()).map(Long::intValue),
          value -> JSON.numberNode((Integer) value));
  static final ScalarKind LONG =
      new ScalarKind(
          "a whole number",
          "integer",
          scalar -> whole(scalar).map(v -> v),
          value -> JSON.numberNode((Long) value));
  static final ScalarKind DOUBLE =
      new ScalarKind(
          "a number",
          "number",
          scalar -> real(scalar).map(v -> v),
          value -> JSON.numberNode((Double) value));
  static final ScalarKind FLAG =
      new ScalarKind(
          "true or false", "boolean", ScalarKind::flag, value -> JSON.booleanNode((Boolean) value));
  static final ScalarKind TEXT =
      new ScalarKind(
          "text (in quotes, if it looks like a number)",
          "string",
          ScalarKind::text,
          value -> JSON.textNode((String) value));
  static final ScalarKind PATH =
      new ScalarKind(
          "a path",
          "string",
          scalar -> scalar.isNull() ? Optional.empty() : Optional.of(Path.of(scalar.text())),
          value -> JSON.textNode(value.toString()));

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    Optional<Object> value =
        tree instanceof Tree.Scalar scalar ? parser.apply(scalar) : Optional.empty();
    return value.map(Read::of).orElseGet(() -> reading.wrongKind(tree, path, expected));
  }

  @Override
  public JsonNode write(Object value) {
    return writer.apply(value);
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    return JSON.objectNode().put("type", schemaType);
  }

  private static Optional<Long> whole(Tree.Scalar scalar) {
    if (scalar.quoted() || !scalar.text().matches(WHOLE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(scalar.text().replace("_", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> real(Tree.Scalar scalar) {
    String text = scalar.text().replace("_", "");
    if (scalar.quoted() || !text.matches(REAL)) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
  }

  private static Optional<Object> flag(Tree.Scalar scalar) {
    Map<String, Boolean> words = Map.of("true", true, "false", false);
    return scalar.quoted() ? Optional.empty() : Optional.ofNullable(words.get(scalar.text()));
  }

  private static Optional<Object> text(Tree.Scalar scalar) {
    boolean looksOtherwise =
        scalar.isNull() || real(scalar).isPresent() || flag(scalar).isPresent();
    return !scalar.quoted() && looksOtherwise ? Optional.empty() : Optional.of(scalar.text());
  }
}
