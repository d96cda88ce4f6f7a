package org.simplexity.cli.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.simplexity.method.OuterGradientKind;
import org.simplexity.method.RelaxationKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant of an enum as experiment files write it: in lower case, with hyphens. */
final class Word {
  private Word() {}

  /** A distribution of the structure. */
  static final class OfRelaxation implements ITypeConverter<RelaxationKind> {
    @Override
    public RelaxationKind convert(String value) {
      return read(RelaxationKind.values(), value);
    }
  }

  /** A gradient across the training of the weights. */
  static final class OfOuterGradient implements ITypeConverter<OuterGradientKind> {
    @Override
    public OuterGradientKind convert(String value) {
      return read(OuterGradientKind.values(), value);
    }
  }

  private static <E extends Enum<E>> E read(E[] constants, String value) {
    return Arrays.stream(constants)
        .filter(constant -> word(constant).equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(refusal(constants, value)));
  }

  private static String refusal(Enum<?>[] constants, String value) {
    return "'%s' is none of %s"
        .formatted(
            value, Arrays.stream(constants).map(Word::word).collect(Collectors.joining(", ")));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
