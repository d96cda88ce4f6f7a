package org.simplexity.experiment.graph;

import java.util.List;
import java.util.Locale;

/**
 * What the graph knows of a stage.
 *
 * @param name name of the stage, of its jar and of its entry in the tracker
 * @param sections dotted keys of the experiment that it reads; a task runs again when they change
 * @param upstream stages of the same cell whose runs it reads, in the order in which they run
 * @param fan how many tasks it has
 * @param part part of the work that it belongs to
 * @param device whether it computes networks, so that it wants a GPU where there is one
 */
public record StageDescription(
    String name, List<String> sections, List<String> upstream, Fan fan, Part part, boolean device) {
  /** Copies the lists. */
  public StageDescription {
    sections = List.copyOf(sections);
    upstream = List.copyOf(upstream);
  }

  /** The parts of an experiment, in the order in which they begin. */
  public enum Part {
    /** From images to a structure. */
    SEARCH,
    /** From a structure to trained networks. */
    TRAIN,
    /** Comparison of trained networks. */
    EVALUATE,
    /** What people read. */
    REPORT;

    /** The word for engines and people. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
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

    /** One for the whole experiment, downstream of every task of an earlier stage. */
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
