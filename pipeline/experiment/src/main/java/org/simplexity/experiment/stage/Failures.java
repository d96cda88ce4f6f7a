package org.simplexity.experiment.stage;

import com.google.inject.ProvisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.simplexity.data.DataException;
import org.simplexity.experiment.file.InvalidExperimentException;
import org.simplexity.method.DivergedException;
import org.simplexity.tracking.TrackingException;
import picocli.CommandLine.ParameterException;

/** The one table from exceptions to exit codes. */
public final class Failures {
  private static final Map<Class<? extends Throwable>, ExitCode> TABLE = table();

  private Failures() {}

  private static Map<Class<? extends Throwable>, ExitCode> table() {
    Map<Class<? extends Throwable>, ExitCode> table = new LinkedHashMap<>();
    table.put(DataException.class, ExitCode.BAD_DATA);
    table.put(DivergedException.class, ExitCode.DIVERGED);
    table.put(InvalidExperimentException.class, ExitCode.BAD_EXPERIMENT);
    table.put(ParameterException.class, ExitCode.BAD_EXPERIMENT);
    table.put(TrackingException.class, ExitCode.INFRASTRUCTURE);
    table.put(IOException.class, ExitCode.INFRASTRUCTURE);
    table.put(UncheckedIOException.class, ExitCode.INFRASTRUCTURE);
    table.put(OutOfMemoryError.class, ExitCode.INFRASTRUCTURE);
    table.put(IllegalArgumentException.class, ExitCode.BAD_EXPERIMENT);
    return table;
  }

  /**
   * How a program ends after an exception; what only carries another is looked through.
   *
   * @param thrown exception
   */
  public static ExitCode code(Throwable thrown) {
    Throwable real = real(thrown);
    return TABLE.entrySet().stream()
        .filter(row -> row.getKey().isInstance(real))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ExitCode.DEFECT);
  }

  /**
   * What to tell the user: one line, or the lines of a bad experiment.
   *
   * @param thrown exception
   */
  public static String message(Throwable thrown) {
    Throwable real = real(thrown);
    String message = Optional.ofNullable(real.getMessage()).orElse(real.getClass().getSimpleName());
    if (real instanceof OutOfMemoryError) {
      return "out of memory (" + message + "); raise runtime.heap_mb or runtime.native_mb";
    }
    boolean plain = real instanceof IOException || code(real) == ExitCode.DEFECT;
    return plain ? real.getClass().getSimpleName() + ": " + message : message;
  }

  private static Throwable real(Throwable thrown) {
    Throwable real = thrown;
    while (carries(real) && real.getCause() != null) {
      real = real.getCause();
    }
    return real;
  }

  private static boolean carries(Throwable thrown) {
    return thrown instanceof ExecutionException
        || thrown instanceof ProvisionException
        || thrown instanceof UncheckedIOException
        || thrown.getClass() == RuntimeException.class;
  }
}
