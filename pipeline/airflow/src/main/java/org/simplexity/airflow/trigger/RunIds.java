package org.simplexity.airflow.trigger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for DAG runs: {@code simplexity__20261125T031500Z__k3x9qa}. */
final class RunIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 6;

  private RunIds() {}

  /** A name that nobody has used. */
  static String fresh(Clock clock) {
    String letters =
        new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining());
    return "simplexity__" + TIME.format(clock.instant()) + "__" + letters;
  }
}
