package org.simplexity.experiment.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.simplexity.experiment.Cell;

/** Names of tasks: {@code train[seed=1,start=scratch]}; each is given once and is a file name. */
final class TaskIds {
  private static final int LONGEST = 120;

  private final Set<String> given = new HashSet<>();

  String of(StageDescription stage, Cell cell) {
    String values =
        cell.values().entrySet().stream()
            .map(value -> key(stage, value.getKey()) + "=" + shown(value.getValue()))
            .collect(Collectors.joining(","));
    String full = values.isEmpty() ? stage.name() : stage.name() + "[" + values + "]";
    String base = full.length() > LONGEST ? full.substring(0, LONGEST) + "…]" : full;
    String id = base;
    for (int i = 2; !given.add(id); i++) {
      id = base + "#" + i;
    }
    return id;
  }

  /** A key of the stage's own section needs no section. */
  private static String key(StageDescription stage, String key) {
    String own = stage.name() + ".";
    return key.startsWith(own) ? key.substring(own.length()) : key;
  }

  /** {@code ["scratch"]} to {@code scratch}; what a file name cannot hold becomes {@code _}. */
  private static String shown(String json) {
    return json.replaceAll("^\\[|]$", "").replace("\"", "").replaceAll("[^\\w.+\\-]+", "_");
  }
}
