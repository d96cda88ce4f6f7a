package org.simplexity.experiment.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;

/**
 * What the graph knows of a stage.
 *
 * @param name name of the stage, of its jar and of its entry in the tracker
 * @param sections dotted keys of the experiment that it reads; a task runs again when they change
 * @param upstream stages of the same cell whose runs it reads, in the order in which they run
 * @param fan how many tasks it has
 * @param part part of the work that it belongs to
 * @param device whether it computes networks, so that it wants a GPU where there is one
 * @param variation how it reads other things for some experiments; null if it never does
 */
public record StageDescription(
    String name,
    List<String> sections,
    List<String> upstream,
    Fan fan,
    Part part,
    boolean device,
    @Nullable Variation variation) {
  /** Copies the lists. */
  public StageDescription {
    sections = List.copyOf(sections);
    upstream = List.copyOf(upstream);
  }

  /** A stage that reads the same for every experiment; see the canonical constructor. */
  StageDescription(
      String name,
      List<String> sections,
      List<String> upstream,
      Fan fan,
      Part part,
      boolean device) {
    this(name, sections, upstream, fan, part, device, null);
  }

  /** How a stage reads other things for some experiments. */
  public sealed interface Variation permits Substitute, Independence {}

  /**
   * A key that has no effect on the stage where another key has certain values.
   *
   * @param key dotted key, one of the stage's sections
   * @param decider dotted key that decides
   * @param values its values for which the stage does not read {@code key}
   */
  public record Independence(String key, String decider, List<String> values) implements Variation {
    /** Copies the values. */
    public Independence {
      values = List.copyOf(values);
    }

    private boolean holds(Experiment experiment) {
      JsonNode value = ExperimentFile.json(experiment).at("/" + decider.replace('.', '/'));
      return values.contains(value.asText());
    }
  }

  /**
   * A file that stands for upstream runs, and what the stage reads beside it.
   *
   * @param key dotted key of the path; without a value the stage reads upstream runs
   * @param sections dotted keys of the experiment that the stage then reads
   * @param upstream stages whose runs it then reads
   */
  public record Substitute(String key, List<String> sections, List<String> upstream)
      implements Variation {
    /** Copies the lists. */
    public Substitute {
      sections = List.copyOf(sections);
      upstream = List.copyOf(upstream);
    }

    /**
     * The path that an experiment gives.
     *
     * @param experiment experiment, effective for a cell
     */
    private Optional<Path> file(Experiment experiment) {
      JsonNode path = ExperimentFile.json(experiment).at("/" + key.replace('.', '/'));
      return path.isTextual() ? Optional.of(Path.of(path.asText())) : Optional.empty();
    }
  }

  /**
   * The same stage as it is for an experiment, with what it then reads.
   *
   * @param experiment experiment, effective for a cell
   */
  public StageDescription in(Experiment experiment) {
    if (variation instanceof Substitute other && other.file(experiment).isPresent()) {
      return reading(other.sections, other.upstream);
    }
    if (variation instanceof Independence independence && independence.holds(experiment)) {
      List<String> left = sections.stream().filter(s -> !s.equals(independence.key)).toList();
      return reading(left, upstream);
    }
    return this;
  }

  private StageDescription reading(List<String> others, List<String> runs) {
    return new StageDescription(name, others, runs, fan, part, device, variation);
  }

  /**
   * The file of the user's that it reads instead of upstream runs, if the experiment gives one.
   *
   * @param experiment experiment, effective for a cell
   */
  public Optional<Path> file(Experiment experiment) {
    return variation instanceof Substitute substitute
        ? substitute.file(experiment)
        : Optional.empty();
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
