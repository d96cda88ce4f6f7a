package org.simplexity.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one flat vector is divided into named slices, in the order of their offsets.
 *
 * <p>A slice may have further names: where two places of a network share one normalisation without
 * weights (the same pooling of the same source on two edges), its statistics are found by either
 * name.
 */
public final class Layout {
  private final Map<String, Slice> slices;
  private final Map<String, String> aliases;
  private final int length;

  Layout(Map<String, Slice> slices, Map<String, String> aliases) {
    this.slices = new LinkedHashMap<>(slices);
    this.aliases = Map.copyOf(aliases);
    this.length = slices.values().stream().mapToInt(Slice::length).sum();
  }

  /** Number of coordinates of the flat vector. */
  public int length() {
    return length;
  }

  /** All slices by rising offset, without gaps or overlaps. */
  public List<Slice> slices() {
    return List.copyOf(slices.values());
  }

  /** The slice of this name, also by a further name, or empty. */
  public Optional<Slice> find(String name) {
    return Optional.ofNullable(slices.get(aliases.getOrDefault(name, name)));
  }

  /**
   * The slice of this name, also by a further name.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public Slice slice(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no slice '%s'; nearest: '%s'"
                        .formatted(name, Names.nearest(name, slices.keySet()))));
  }
}
