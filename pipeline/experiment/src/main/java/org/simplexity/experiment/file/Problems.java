package org.simplexity.experiment.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers mistakes, so that all are told at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String path, String message) {
    found.add(new Problem(place, path, message));
  }

  void add(Problem problem) {
    found.add(problem);
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** In reading order, each once. */
  List<Problem> all() {
    return found.stream().distinct().sorted(Comparator.comparing(Problem::place)).toList();
  }

  void throwIfAny() {
    if (any()) {
      throw new InvalidExperimentException(all());
    }
  }
}
