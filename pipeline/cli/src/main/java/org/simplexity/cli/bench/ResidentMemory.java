package org.simplexity.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The largest resident memory of this process so far, heap and native memory alike. */
final class ResidentMemory {
  /** Where the system does not tell. */
  static final double UNKNOWN = -1;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final double KIBIBYTES = 1024;

  private ResidentMemory() {}

  /** Peak in MiB, as Linux counts it; {@link #UNKNOWN} on other systems. */
  static double peakMebibytes() {
    if (!Files.isReadable(STATUS)) {
      return UNKNOWN;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIBIBYTES)
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
