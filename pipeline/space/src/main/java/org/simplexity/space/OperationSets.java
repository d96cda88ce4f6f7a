package org.simplexity.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named sets of operations: one word wherever a list of operations is written.
 *
 * <p>{@code darts} is the set of Liu et al. 2019, §3.1.1, and {@code nas-bench-201} that of Dong
 * and Yang 2020, §2.1, each in the order of its authors' code.
 */
public final class OperationSets {
  /** The eight operations of DARTS. */
  public static final String DARTS = "darts";

  /** The five operations of NAS-Bench-201. */
  public static final String NAS_BENCH_201 = "nas-bench-201";

  private static final Map<String, List<String>> SETS = sets();

  private OperationSets() {}

  private static Map<String, List<String>> sets() {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    sets.put(
        DARTS,
        List.of(
            "none",
            "max_pool_3x3",
            "avg_pool_3x3",
            "skip_connect",
            "sep_conv_3x3",
            "sep_conv_5x5",
            "dil_conv_3x3",
            "dil_conv_5x5"));
    sets.put(
        NAS_BENCH_201, List.of("none", "skip_connect", "conv_1x1", "conv_3x3", "avg_pool_3x3"));
    return sets;
  }

  /** Names of all sets. */
  public static List<String> names() {
    return List.copyOf(SETS.keySet());
  }

  /**
   * The operations that a list names, sets replaced by their members and other names by ours.
   *
   * @param names names of operations or of sets, such as {@code [darts]} or {@code [nor_conv_3x3]}
   * @return names of operations as {@link Operation#name} gives them, in order
   * @throws IllegalArgumentException if a name is neither an operation nor a set; the message names
   *     the nearest one
   */
  public static List<String> expand(List<String> names) {
    List<String> expanded = new ArrayList<>();
    for (String name : names) {
      expanded.addAll(SETS.containsKey(name) ? SETS.get(name) : List.of(single(name, names)));
    }
    return List.copyOf(expanded);
  }

  private static String single(String name, List<String> all) {
    return Operations.find(name)
        .map(Operation::name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "operations %s: %s".formatted(all, Operations.unknown(name, names()))));
  }
}
