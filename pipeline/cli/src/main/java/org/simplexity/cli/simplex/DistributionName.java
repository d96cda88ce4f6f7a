package org.simplexity.cli.simplex;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Distributions that the command knows. */
enum DistributionName {
  GUMBEL_SOFTMAX("gumbel-softmax"),
  DIRICHLET("dirichlet"),
  LOGIT_NORMAL("logit-normal");

  private final String label;

  DistributionName(String label) {
    this.label = label;
  }

  /** The name as it is written. */
  String label() {
    return label;
  }

  /** Reads a name. */
  static final class Converter implements ITypeConverter<DistributionName> {
    @Override
    public DistributionName convert(String text) {
      return Arrays.stream(values())
          .filter(name -> name.label.equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is not one of %s"
                          .formatted(
                              text,
                              Arrays.stream(values())
                                  .map(DistributionName::label)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
