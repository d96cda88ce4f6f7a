package org.simplexity.experiment.graph;

import java.util.List;

/**
 * What the graph knows of a stage.
 *
 * @param name name of the stage, of its jar and of its entry in the tracker
 * @param sections dotted keys of the experiment that it reads; a task runs again when they change
 * @param upstream stages of the same cell whose runs it reads, in the order in which they run
 * @param fan how many tasks it has
 */
public record StageDescription(String name, List<String> sections, List<String> upstream, Fan fan) {
  /** Copies the lists. */
  public StageDescription {
    sections = List.copyOf(sections);
    upstream = List.copyOf(upstream);
  }

  /** How many tasks a stage has. */
  public sealed interface Fan {
    /** One for each different cell. */
    record PerCell() implements Fan {}

    /**
     * One for each element of a list in each different cell.
     *
     * @param key dotted key of the list; a task sees a list of one
     */
    record PerElement(String key) implements Fan {}

    /** One for the whole experiment, downstream of every other task. */
    record Once() implements Fan {}
  }

  /**
   * Whether the stage reads a key: it, a key above it or a key below it is among its sections.
   *
   * @param key dotted key
   */
  public boolean reads(String key) {
    return sections.stream()
        .anyMatch(
            section ->
                section.equals(key)
                    || key.startsWith(section + ".")
                    || section.startsWith(key + "."));
  }
}
