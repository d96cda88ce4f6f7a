package org.simplexity.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "FRACTION, 0.975, 0.9750",
    "FRACTION, 1, 1.0000",
    "COUNT, 0, 0",
    "COUNT, 7.5, 7.5",
    "COUNT, 999, 999",
    "COUNT, 999.7, 1.00 k",
    "COUNT, 12345, 12.3 k",
    "COUNT, 99960, 100 k",
    "COUNT, 999499, 999 k",
    "COUNT, 999500, 1.00 M",
    "COUNT, 1234567, 1.23 M",
    "COUNT, 4.56e9, 4.56 G",
    "COUNT, -12345, -12.3 k",
    "SECONDS, 0.0421, 42 ms",
    "SECONDS, 0.9999, 1.0 s",
    "SECONDS, 12.34, 12.3 s",
    "SECONDS, 59.96, 1 min 00 s",
    "SECONDS, 192, 3 min 12 s",
    "SECONDS, 3599.7, 1 h 00 min",
    "SECONDS, 7500, 2 h 05 min",
    "SECONDS, 86399, 1 d 00 h",
    "SECONDS, 190000, 2 d 04 h",
    "MEGABYTES, 231.4, 231 MiB",
    "MEGABYTES, 1023.7, 1.00 GiB",
    "MEGABYTES, 1280, 1.25 GiB",
    "NUMBER, 0, 0",
    "NUMBER, 0.31415926, 0.3142",
    "NUMBER, 2.5, 2.5",
    "NUMBER, 1234.5678, 1235",
    "NUMBER, 100, 100",
    "NUMBER, 0.000025, 2.5e-05",
    "NUMBER, 1e6, 1e+06",
    "NUMBER, -0.5, -0.5",
    "NUMBER, NaN, –",
    "FRACTION, Infinity, –",
  })
  void areWrittenWithTheirUnit(Quantity quantity, double value, String text) {
    assertThat(quantity.format(value)).isEqualTo(text);
  }
}
