package org.simplexity.space;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text that knows where it stands, and asks for what it should be.
 *
 * <p>The content is a {@code Map} of values by name, a {@code List} of values, a {@code String}, a
 * {@code Number} or another scalar.
 */
final class PlacedJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final PointedText text;
  private final String path;
  private final int start;
  private final int end;
  private final Object content;

  private PlacedJson(PointedText text, String path, int start, int end, Object content) {
    this.text = text;
    this.path = path;
    this.start = start;
    this.end = end;
    this.content = content;
  }

  /** The one value of a text. */
  static PlacedJson read(PointedText text) {
    try (JsonParser parser = MAPPER.createParser(text.text())) {
      parser.nextToken();
      PlacedJson value = value(parser, text, "");
      if (parser.nextToken() != null) {
        int at = (int) parser.currentTokenLocation().getCharOffset();
        throw text.mistake(at, at + 1, "expected the end of the text");
      }
      return value;
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? 0 : (int) e.getLocation().getCharOffset();
      int inside = Math.max(0, Math.min(at, text.text().length()));
      throw text.mistake(inside, inside + 1, "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlacedJson value(JsonParser parser, PointedText text, String path)
      throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new PlacedJson(text, path, start, start + 1, fields(parser, text, path));
    }
    if (token == JsonToken.START_ARRAY) {
      return new PlacedJson(text, path, start, start + 1, items(parser, text, path));
    }
    if (token == null) {
      throw text.mistake(text.text().length(), text.text().length(), "the text is empty");
    }
    Object scalar = scalar(parser, token);
    return new PlacedJson(
        text, path, start, (int) parser.currentLocation().getCharOffset(), scalar);
  }

  private static Object scalar(JsonParser parser, JsonToken token) throws IOException {
    String written = parser.getText();
    if (token == JsonToken.VALUE_STRING) {
      return written;
    }
    return token == JsonToken.VALUE_NUMBER_INT ? parser.getBigIntegerValue() : token;
  }

  private static Map<String, PlacedJson> fields(JsonParser parser, PointedText text, String path)
      throws IOException {
    Map<String, PlacedJson> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser, text, path.isEmpty() ? name : path + "." + name));
    }
    return fields;
  }

  private static List<PlacedJson> items(JsonParser parser, PointedText text, String path)
      throws IOException {
    List<PlacedJson> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, text, path + "[" + items.size() + "]"));
    }
    return items;
  }

  /** The values of an object that has exactly these names. */
  Map<String, PlacedJson> object(List<String> names) {
    if (!(content instanceof Map<?, ?>)) {
      throw mistake("expected an object with " + String.join(", ", names));
    }
    @SuppressWarnings("unchecked")
    Map<String, PlacedJson> fields = (Map<String, PlacedJson>) content;
    fields.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            throw value.mistake("unknown key; expected " + String.join(", ", names));
          }
        });
    for (String name : names) {
      if (!fields.containsKey(name)) {
        throw mistake("key \"" + name + "\" is missing");
      }
    }
    return fields;
  }

  /** The values of a list. */
  List<PlacedJson> list() {
    if (!(content instanceof List<?>)) {
      throw mistake("expected a list");
    }
    @SuppressWarnings("unchecked")
    List<PlacedJson> items = (List<PlacedJson>) content;
    return items;
  }

  /** A whole number. */
  int number() {
    if (!(content instanceof BigInteger number) || number.bitLength() >= Integer.SIZE) {
      throw mistake("expected a whole number");
    }
    return number.intValue();
  }

  /** A text. */
  String word() {
    if (!(content instanceof String word)) {
      throw mistake("expected a text");
    }
    return word;
  }

  /** A message that points at this value. */
  IllegalArgumentException mistake(@Nullable String message) {
    String where = path.isEmpty() ? "" : path + ": ";
    return text.mistake(start, end, where + message);
  }
}
