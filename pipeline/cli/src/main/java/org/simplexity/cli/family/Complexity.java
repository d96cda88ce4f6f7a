package org.simplexity.cli.family;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A complexity c of a family.
 *
 * @param numbers prices of operations, or the one number λ
 */
record Complexity(List<Double> numbers) {
  /** Copies the numbers. */
  Complexity {
    numbers = List.copyOf(numbers);
  }

  /** Reads {@code 0.15,0.15,0.70}. */
  static final class Converter implements ITypeConverter<Complexity> {
    @Override
    public Complexity convert(String text) {
      try {
        return new Complexity(
            Arrays.stream(text.split(",", -1)).map(word -> Double.valueOf(word.strip())).toList());
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'%s': expected numbers between commas as in 0.15,0.15,0.70".formatted(text));
      }
    }
  }
}
