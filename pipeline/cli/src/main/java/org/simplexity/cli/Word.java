package org.simplexity.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a constant of an enum as experiment files write it: in lower case, with hyphens.
 *
 * @param <E> the enum
 */
public abstract class Word<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  /**
   * A reader.
   *
   * @param type the enum
   */
  protected Word(Class<E> type) {
    this.type = type;
  }

  @Override
  public final E convert(String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(refusal(value)));
  }

  private String refusal(String value) {
    String all =
        Arrays.stream(type.getEnumConstants()).map(Word::of).collect(Collectors.joining(", "));
    return "'%s' is not one of %s".formatted(value, all);
  }

  /**
   * The word of a constant.
   *
   * @param constant a constant
   */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
