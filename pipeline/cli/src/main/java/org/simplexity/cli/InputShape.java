package org.simplexity.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplexity.kernel.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3x32x32}. */
final class InputShape implements ITypeConverter<Shape> {
  private static final Pattern FORM =
      Pattern.compile("([1-9]\\d{0,5})x([1-9]\\d{0,5})x([1-9]\\d{0,5})");

  @Override
  public Shape convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not channels x height x width, such as 3x32x32");
    }
    return new Shape(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }
}
