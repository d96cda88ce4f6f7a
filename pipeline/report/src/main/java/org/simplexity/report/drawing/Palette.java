package org.simplexity.report.drawing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Colours that people with any common colour vision tell apart, at a contrast of at least 3:1 with
 * their ground.
 *
 * <p>After Okabe and Ito 2008, "Color Universal Design", darkened or lightened for contrast.
 */
public final class Palette {
  /** Colours of series, in order of use. */
  public static final List<Colour> SERIES =
      List.of(
          new Colour("#0072b2", "#4fa8e0"),
          new Colour("#d55e00", "#f08a4b"),
          new Colour("#008f68", "#2bc49a"),
          new Colour("#b9508f", "#e59ac8"),
          new Colour("#b07d00", "#f2be4c"),
          new Colour("#2e8fc4", "#8fd3f7"),
          new Colour("#882255", "#d97fb0"),
          new Colour("#6b7280", "#9ca3af"));

  /** Where the operations of the DARTS space sit, so that a colour means the same everywhere. */
  private static final Map<String, Integer> KNOWN =
      Map.of(
          "sep_conv_3x3", 0,
          "dil_conv_3x3", 1,
          "max_pool_3x3", 2,
          "dil_conv_5x5", 3,
          "skip_connect", 4,
          "avg_pool_3x3", 5,
          "sep_conv_5x5", 6,
          "none", 7);

  private Palette() {}

  /**
   * A colour by number; numbers past the last begin again.
   *
   * @param index counted from 0
   */
  public static Colour series(int index) {
    return SERIES.get(Math.floorMod(index, SERIES.size()));
  }

  /**
   * Numbers of colours for operations: different ones as long as there are enough, and the same for
   * the same set of names.
   *
   * @param operations names of operations, in any order, repeats allowed
   * @return number in {@link #SERIES} by name
   */
  public static Map<String, Integer> assign(Collection<String> operations) {
    Map<String, Integer> assigned = new LinkedHashMap<>();
    TreeSet<String> names = new TreeSet<>(operations);
    names.stream().filter(KNOWN::containsKey).forEach(name -> assigned.put(name, KNOWN.get(name)));
    names.stream()
        .filter(name -> !KNOWN.containsKey(name))
        .forEach(name -> assigned.put(name, firstFree(assigned)));
    return assigned;
  }

  private static int firstFree(Map<String, Integer> assigned) {
    for (int index = 0; index < SERIES.size(); index++) {
      if (!assigned.containsValue(index)) {
        return index;
      }
    }
    return assigned.size() % SERIES.size();
  }
}
