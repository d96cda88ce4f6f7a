package org.simplexity.regression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.TaskResult;

/**
 * Tasks of both sides, grouped by all parameters that vary within a side (the axes of its sweep)
 * but the seed. A parameter that is constant on each side, though different, tells no groups apart:
 * that is what a comparison is about.
 */
final class Groups {
  private static final Set<String> NOT_TELLING = Set.of("seed", "name", "description");
  private static final String THREADS = "runtime.threads";
  private final Map<String, List<TaskResult>> baseline;
  private final Map<String, List<TaskResult>> candidate;
  private final List<Group> matched = new ArrayList<>();
  private final List<Difference> unmatched = new ArrayList<>();

  Groups(ExperimentResults baseline, ExperimentResults candidate) {
    this.baseline = byStage(baseline);
    this.candidate = byStage(candidate);
    Set<String> stages = new LinkedHashSet<>(this.baseline.keySet());
    stages.addAll(this.candidate.keySet());
    stages.forEach(this::match);
  }

  /** Groups that both sides have. */
  List<Group> matched() {
    return matched;
  }

  /** Groups that only one side has. */
  List<Difference> unmatched() {
    return unmatched;
  }

  private static Map<String, List<TaskResult>> byStage(ExperimentResults results) {
    return results.tasks().stream()
        .collect(Collectors.groupingBy(TaskResult::stage, LinkedHashMap::new, Collectors.toList()));
  }

  private void match(String stage) {
    List<TaskResult> before = baseline.getOrDefault(stage, List.of());
    List<TaskResult> now = candidate.getOrDefault(stage, List.of());
    Set<String> telling = new TreeSet<>(varying(before));
    telling.addAll(varying(now));
    Map<String, List<TaskResult>> old = byName(stage, before, telling);
    Map<String, List<TaskResult>> young = byName(stage, now, telling);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(young.keySet());
    for (String name : names) {
      List<TaskResult> first = old.getOrDefault(name, List.of());
      List<TaskResult> second = young.getOrDefault(name, List.of());
      Group group = new Group(stage, name, first, second);
      if (first.isEmpty() || second.isEmpty()) {
        unmatched.add(new Difference(group.title(), "runs", count(first), count(second)));
      } else {
        matched.add(group);
      }
    }
  }

  private static String count(List<TaskResult> runs) {
    return runs.isEmpty() ? "none" : String.valueOf(runs.size());
  }

  private static Set<String> varying(Collection<TaskResult> tasks) {
    Set<String> keys = new HashSet<>();
    tasks.forEach(task -> keys.addAll(task.parameters().keySet()));
    keys.removeIf(key -> NOT_TELLING.contains(key) || isOfTheMachine(key));
    keys.removeIf(key -> tasks.stream().map(task -> shown(task, key)).distinct().count() < 2);
    return keys;
  }

  /** Heap and the like, which no result depends on. */
  private static boolean isOfTheMachine(String key) {
    return key.startsWith("runtime.") && !key.equals(THREADS);
  }

  private static Map<String, List<TaskResult>> byName(
      String stage, List<TaskResult> tasks, Set<String> telling) {
    return tasks.stream()
        .collect(
            Collectors.groupingBy(
                task ->
                    telling.stream()
                        .map(key -> ownKey(stage, key) + "=" + shown(task, key))
                        .collect(Collectors.joining(", ")),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** A key of the stage's own section needs no section. */
  private static String ownKey(String stage, String key) {
    return key.startsWith(stage + ".") ? key.substring(stage.length() + 1) : key;
  }

  /** {@code ["scratch"]} to {@code scratch}. */
  private static String shown(TaskResult task, String key) {
    String value = task.parameters().getOrDefault(key, "–");
    return value.replaceAll("^\\[|]$", "").replace("\"", "");
  }
}
