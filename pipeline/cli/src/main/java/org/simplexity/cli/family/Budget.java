package org.simplexity.cli.family;

import java.util.Arrays;
import java.util.List;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.method.family.CostKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The most that a network may cost.
 *
 * @param kind what it may cost
 * @param limit how much, in the unit of the kind
 */
record Budget(CostKind kind, double limit) {
  /** Reads {@code parameters=50000}; a bare number is one of parameters. */
  static final class Converter implements ITypeConverter<Budget> {
    @Override
    public Budget convert(String text) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? CostKind.PARAMETERS.toString() : text.substring(0, equals).strip();
      return new Budget(kind(word), limit(text, text.substring(equals + 1).strip()));
    }

    private static CostKind kind(String word) {
      List<String> kinds = Arrays.stream(CostKind.values()).map(CostKind::toString).toList();
      return Arrays.stream(CostKind.values())
          .filter(kind -> kind.toString().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no kind of cost; expected one of %s%s"
                          .formatted(
                              word, String.join(", ", kinds), Nearest.question(word, kinds))));
    }

    private static double limit(String text, String number) {
      try {
        double limit = Double.parseDouble(number);
        if (limit > 0 && Double.isFinite(limit)) {
          return limit;
        }
      } catch (NumberFormatException e) {
        // Said below, as for numbers that are no limit.
      }
      throw new TypeConversionException(
          "'%s': expected a positive number as in parameters=50000".formatted(text));
    }
  }
}
