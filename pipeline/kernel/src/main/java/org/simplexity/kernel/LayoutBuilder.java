package org.simplexity.kernel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands out consecutive slices of one flat vector. */
final class LayoutBuilder {
  private final Map<String, Slice> slices = new LinkedHashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private int length;

  Slice add(String name, List<Integer> shape, Slice.Kind kind) {
    Slice slice = new Slice(name, length, shape, kind);
    if (slices.containsKey(name) || aliases.containsKey(name)) {
      throw new IllegalArgumentException(
          "slice '" + name + "' exists already: names must be unique");
    }
    slices.put(name, slice);
    length = Math.addExact(length, slice.length());
    return slice;
  }

  void alias(String name, Slice slice) {
    if (!name.equals(slice.name())) {
      aliases.putIfAbsent(name, slice.name());
    }
  }

  Layout build() {
    return new Layout(slices, aliases);
  }
}
