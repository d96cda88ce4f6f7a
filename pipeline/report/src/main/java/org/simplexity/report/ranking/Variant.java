package org.simplexity.report.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Measured;

/**
 * Runs of one stage that differ in their seed only.
 *
 * @param name what tells it from the other variants, such as {@code space.channels=16}; of a single
 *     variant the fallback
 * @param runs one a seed
 */
public record Variant(String name, List<UpstreamRun> runs) {
  private static final Set<String> NOT_TELLING = Set.of("seed", "name", "description");

  /** Copies the runs. */
  public Variant {
    runs = List.copyOf(runs);
  }

  /**
   * Groups runs by all parameters that differ among them, the seed left out.
   *
   * @param runs runs of one stage
   * @param fallback name of a variant that nothing tells from others
   */
  public static List<Variant> of(List<UpstreamRun> runs, String fallback) {
    Set<String> telling = telling(runs);
    Map<String, List<UpstreamRun>> groups = new LinkedHashMap<>();
    for (UpstreamRun run : runs) {
      groups.computeIfAbsent(name(run, telling), name -> new ArrayList<>()).add(run);
    }
    return groups.entrySet().stream()
        .map(e -> new Variant(e.getKey().isEmpty() ? fallback : e.getKey(), e.getValue()))
        .toList();
  }

  /**
   * Mean and deviation of a metric over the runs that have it.
   *
   * @param metric name of the metric
   */
  public Measured measured(String metric) {
    return Measured.of(
        runs.stream().map(run -> Headline.value(run, metric)).flatMap(Optional::stream).toList());
  }

  /**
   * The name of one run: that of the variant, with the seed where there are several.
   *
   * @param run one of the runs
   */
  public String name(UpstreamRun run) {
    return runs.size() == 1
        ? name
        : name + ", seed=" + run.summary().parameters().getOrDefault("seed", "?");
  }

  private static Set<String> telling(List<UpstreamRun> runs) {
    Set<String> keys = new TreeSet<>();
    runs.forEach(run -> keys.addAll(run.summary().parameters().keySet()));
    keys.removeAll(NOT_TELLING);
    keys.removeIf(key -> key.startsWith("runtime."));
    keys.removeIf(key -> runs.stream().map(run -> shown(run, key)).distinct().count() < 2);
    return keys;
  }

  private static String name(UpstreamRun run, Set<String> telling) {
    return telling.stream()
        .map(key -> key + "=" + shown(run, key))
        .collect(Collectors.joining(", "));
  }

  /** {@code ["scratch"]} to {@code scratch}. */
  private static String shown(UpstreamRun run, String key) {
    return run.summary()
        .parameters()
        .getOrDefault(key, "–")
        .replaceAll("^\\[|]$", "")
        .replace("\"", "");
  }
}
