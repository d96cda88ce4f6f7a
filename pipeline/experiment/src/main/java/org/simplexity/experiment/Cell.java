package org.simplexity.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One point of a sweep.
 *
 * @param values dotted key of the experiment to its value in canonical JSON text
 */
public record Cell(Map<String, String> values) {
  /** The cell of an experiment without a sweep. */
  public static final Cell EMPTY = new Cell(Map.of());

  /** Copies the values in their order. */
  public Cell {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * This cell with one more value.
   *
   * @param key dotted key
   * @param value value in JSON text
   */
  public Cell with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new Cell(more);
  }

  /** The values for people: {@code seed=1, search.epochs=5}; empty for the empty cell. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\"", ""))
        .collect(Collectors.joining(", "));
  }
}
