package org.simplexity.experiment.file;

import java.util.List;
import java.util.stream.Collectors;

/** What a YAML text says, each part with its place. */
sealed interface Tree {
  /** Where it begins. */
  Place place();

  /** How to name it in a message: {@code "ten"}, {@code a list}, {@code a section}. */
  String shown();

  /**
   * A single value.
   *
   * @param text text without quotes
   * @param quoted whether it was quoted, and so is text whatever it looks like
   */
  record Scalar(Place place, String text, boolean quoted) implements Tree {
    boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String shown() {
      if (isNull()) {
        return "nothing";
      }
      return quoted ? "the text \"" + text + "\"" : "\"" + text + "\"";
    }
  }

  /** A list. */
  record Sequence(Place place, List<Tree> items) implements Tree {
    @Override
    public String shown() {
      return "a list of " + items.size();
    }
  }

  /** Keys and their values, in the order of the text; keys may be doubled. */
  record Mapping(Place place, List<Entry> entries) implements Tree {
    @Override
    public String shown() {
      return "a section with keys "
          + entries.stream().map(Entry::key).collect(Collectors.joining(", "));
    }
  }

  /** One key with its value. */
  record Entry(Place place, String key, Tree value) {}
}
