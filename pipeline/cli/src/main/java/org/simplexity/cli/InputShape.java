package org.simplexity.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplexity.kernel.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the shape of one image: channels, rows, columns, such as {@code 1x28x28}. */
public final class InputShape implements ITypeConverter<Shape> {
  private static final long LARGEST = 1 << 25;
  private static final Pattern FORM =
      Pattern.compile("([1-9][0-9]{0,3})x([1-9][0-9]{0,3})x([1-9][0-9]{0,3})");

  @Override
  public Shape convert(String text) {
    Matcher extents = FORM.matcher(text);
    if (!extents.matches()) {
      throw new TypeConversionException(
          "'%s' must be CxHxW, three whole numbers in 1..9999 such as 1x28x28".formatted(text));
    }
    Shape shape = new Shape(extent(extents, 1), extent(extents, 2), extent(extents, 3));
    if ((long) shape.channels() * shape.area() > LARGEST) {
      throw new TypeConversionException(
          "'%s' must have at most %d numbers in all".formatted(text, LARGEST));
    }
    return shape;
  }

  private static int extent(Matcher extents, int group) {
    return Integer.parseInt(extents.group(group));
  }
}
