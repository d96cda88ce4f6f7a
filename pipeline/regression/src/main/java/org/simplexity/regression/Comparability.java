package org.simplexity.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.simplexity.regression.runs.TaskResult;

/**
 * Whether two sides are about the same thing: the same data and the same space. Everything else may
 * differ, for that is what is compared.
 */
public final class Comparability {
  private static final String SOURCE = "source ";

  /** Where the data lie may differ: what they are is told by their checksums. */
  private static final Set<String> PLACES = Set.of("data.from");

  private Comparability() {}

  /**
   * Keys of data and space in which parameters differ.
   *
   * @param where group of runs that it is about, or the empty string
   * @param baseline the baseline's parameters
   * @param candidate the candidate's parameters
   */
  public static List<Difference> ofParameters(
      String where, Map<String, String> baseline, Map<String, String> candidate) {
    return differences(where, baseline, candidate, Comparability::decides);
  }

  /** Whether a parameter must be the same on both sides. */
  static boolean decides(String key) {
    return (key.startsWith("data.") && !PLACES.contains(key)) || key.startsWith("space.");
  }

  /** Entries whose keys satisfy a condition and whose values differ. */
  static List<Difference> differences(
      String where,
      Map<String, String> baseline,
      Map<String, String> candidate,
      Predicate<String> concerned) {
    Set<String> keys = new TreeSet<>(baseline.keySet());
    keys.addAll(candidate.keySet());
    List<Difference> found = new ArrayList<>();
    for (String key : keys) {
      String before = baseline.getOrDefault(key, "none");
      String now = candidate.getOrDefault(key, "none");
      if (concerned.test(key) && !before.equals(now)) {
        found.add(new Difference(where, key, before, now));
      }
    }
    return found;
  }

  /** What of a group's parameters, sources and prepared images differs. */
  static List<Difference> of(Group group) {
    TaskResult before = group.baseline().get(0);
    TaskResult now = group.candidate().get(0);
    List<Difference> found =
        new ArrayList<>(ofParameters(group.title(), before.parameters(), now.parameters()));
    found.addAll(
        differences(group.title(), before.data(), now.data(), key -> key.startsWith(SOURCE)));
    if (found.isEmpty()) {
      group.commonSeeds().forEach((old, young) -> found.addAll(images(group, old, young)));
    }
    return found;
  }

  /** Equal seeds split equal sources equally, unless preparing them has changed. */
  private static List<Difference> images(Group group, TaskResult before, TaskResult now) {
    Map<String, String> old = new TreeMap<>(before.data());
    Map<String, String> young = new TreeMap<>(now.data());
    String where = group.title() + ", seed " + before.seed();
    return differences(where, old, young, key -> !key.startsWith(SOURCE));
  }
}
