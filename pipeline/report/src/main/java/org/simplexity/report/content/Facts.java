package org.simplexity.report.content;

import java.util.List;

/**
 * Names and values.
 *
 * @param facts in order
 */
public record Facts(List<Fact> facts) implements Block {
  /** Copies the facts. */
  public Facts {
    facts = List.copyOf(facts);
  }

  /**
   * One name with its value.
   *
   * @param name what it is
   * @param value as it is to be read
   */
  public record Fact(String name, String value) {}
}
