package org.simplexity.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How cells are put together to a network. */
enum Skeleton {
  /** Two inputs a cell; cells at one third and two thirds reduce. */
  DARTS("darts"),
  /** One input a cell; three stages with residual blocks between them. */
  NAS_BENCH_201("nas-bench-201");

  private final String label;

  Skeleton(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  String label() {
    return label;
  }

  /** Reads the name. */
  static final class Converter implements ITypeConverter<Skeleton> {
    @Override
    public Skeleton convert(String text) {
      List<String> labels = Arrays.stream(values()).map(Skeleton::label).toList();
      return Arrays.stream(values())
          .filter(skeleton -> skeleton.label.equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is not one of " + String.join(", ", labels)));
    }
  }
}
