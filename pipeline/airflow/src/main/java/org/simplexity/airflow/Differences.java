package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where two sets of values differ. */
final class Differences {
  private static final int SHOWN = 60;

  private Differences() {}

  /** Such as {@code epochs was 3, is 5}; empty if there are none. 1 and 1.0 are the same. */
  static String between(Map<String, JsonNode> was, Map<String, JsonNode> is) {
    Set<String> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    return keys.stream()
        .filter(key -> !same(was.get(key), is.get(key)))
        .map(key -> key + " was " + shown(was.get(key)) + ", is " + shown(is.get(key)))
        .collect(Collectors.joining("; "));
  }

  private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
    return a != null && b != null && a.equals(Differences::compared, b);
  }

  private static int compared(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Comparator.comparing(JsonNode::decimalValue).compare(a, b);
    }
    return a.equals(b) ? 0 : 1;
  }

  private static String shown(@Nullable JsonNode value) {
    if (value == null) {
      return "not set";
    }
    String text = value.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
