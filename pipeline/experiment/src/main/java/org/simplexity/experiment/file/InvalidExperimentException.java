package org.simplexity.experiment.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An experiment file or its overrides are wrong; the message holds every mistake on its own line.
 */
public final class InvalidExperimentException extends RuntimeException {
  private final transient List<Problem> problems;

  /**
   * Gathers the mistakes.
   *
   * @param problems at least one
   */
  public InvalidExperimentException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every mistake, in reading order. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    String lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    return problems.size() == 1 ? lines : problems.size() + " mistakes:\n" + lines;
  }
}
