package org.simplexity.cli.simplex;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Finite numbers between commas, in rows that end with semicolons.
 *
 * @param rows at least one, none empty
 */
record Numbers(List<List<Double>> rows) {
  /** One row. */
  static Numbers of(double... values) {
    return new Numbers(List.of(Arrays.stream(values).boxed().toList()));
  }

  /** The same number many times. */
  static Numbers repeated(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return of(values);
  }

  int count() {
    return rows.stream().mapToInt(List::size).sum();
  }

  /** All of them, row by row. */
  double[] values() {
    return rows.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
  }

  /** The smallest. */
  double least() {
    return Arrays.stream(values()).min().orElseThrow();
  }

  /** The largest. */
  double greatest() {
    return Arrays.stream(values()).max().orElseThrow();
  }

  @Override
  public String toString() {
    return String.join(
        "; ",
        rows.stream()
            .map(row -> String.join(",", row.stream().map(Numbers::shortest).toList()))
            .toList());
  }

  /** A number without needless digits. */
  static String shortest(double value) {
    return String.valueOf(value).replaceAll("\\.0$", "");
  }

  /** Reads numbers. */
  static final class Converter implements ITypeConverter<Numbers> {
    @Override
    public Numbers convert(String text) {
      String whole = text.strip().replaceAll(";$", "");
      return new Numbers(
          Arrays.stream(whole.split(";", -1))
              .map(row -> Arrays.stream(row.split(",", -1)).map(one -> number(one, text)).toList())
              .toList());
    }

    private static double number(String word, String text) {
      try {
        double number = Double.parseDouble(word.strip());
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, as for numbers that are not finite.
      }
      throw new TypeConversionException(
          "'%s' must be numbers between commas, but '%s' is none".formatted(text, word.strip()));
    }
  }
}
