package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One kind of value of an experiment file: how it is read, written and described to an editor. */
interface Kind {
  /** What is expected, for messages: {@code a whole number}. */
  String expected();

  /**
   * Reads a value; mistakes go to the context.
   *
   * @param fallback value that missing keys of a section take; null if there is none
   */
  Read read(Tree tree, String path, @Nullable Object fallback, Reading reading);

  /** The value as JSON. */
  JsonNode write(Object value);

  /**
   * Its JSON Schema.
   *
   * @param fallback value that missing keys of a section take; null if there is none
   */
  ObjectNode schema(@Nullable Object fallback);

  /** The result of reading: a value (which may be null where the key allows it), or none. */
  record Read(boolean whole, @Nullable Object value) {
    static final Read FAILED = new Read(false, null);

    static Read of(@Nullable Object value) {
      return new Read(true, value);
    }
  }
}
