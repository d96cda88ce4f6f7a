package org.simplexity.method.family;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The energy that the processors of this machine have used, where the machine tells: the packages
 * of Linux's powercap interface ({@code intel-rapl:N/energy_uj}; AMD processors tell there too).
 *
 * <p>Counters go around at {@code max_energy_range_uj}; readings must follow each other before they
 * go around twice, which takes minutes at full load.
 */
public final class EnergyCounter implements LongSupplier {
  private static final String PACKAGE = "intel-rapl:\\d+";

  private final List<Zone> zones;

  private EnergyCounter(List<Zone> zones) {
    this.zones = zones;
  }

  /** The counter of this machine; empty if it tells nothing, or not to this user. */
  public static Optional<EnergyCounter> ofMachine() {
    return in(Path.of("/sys/class/powercap"));
  }

  /**
   * The counter of a folder of powercap zones.
   *
   * @param folder folder
   */
  static Optional<EnergyCounter> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Zone> zones =
          entries
              .filter(entry -> entry.getFileName().toString().matches(PACKAGE))
              .filter(entry -> Files.isReadable(entry.resolve("energy_uj")))
              .sorted()
              .map(Zone::new)
              .toList();
      return zones.isEmpty() ? Optional.empty() : Optional.of(new EnergyCounter(zones));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Energy used since the first reading, in microjoules. */
  @Override
  public long getAsLong() {
    return zones.stream().mapToLong(Zone::used).sum();
  }

  /** One package. Not safe for threads. */
  private static final class Zone {
    private final Path file;
    private final long range;
    private long last;
    private long used;

    Zone(Path folder) {
      this.file = folder.resolve("energy_uj");
      this.range = number(folder.resolve("max_energy_range_uj"));
      this.last = number(file);
    }

    long used() {
      long now = number(file);
      used += now >= last ? now - last : now + range - last;
      last = now;
      return used;
    }

    private static long number(Path file) {
      try {
        return Long.parseLong(Files.readString(file).trim());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
