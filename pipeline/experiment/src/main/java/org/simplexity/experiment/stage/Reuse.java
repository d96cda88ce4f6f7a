package org.simplexity.experiment.stage;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.simplexity.tracking.RunSummary;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which finished runs of the same cell key stand for a task, so that it need not run again. */
public enum Reuse {
  /** None: the task runs. */
  NOTHING,
  /** Those below the same parent run. */
  PARENT,
  /** All of the experiment. */
  EXPERIMENT;

  /**
   * Whether a finished run of the same cell key may stand for a task.
   *
   * @param run the finished run
   * @param parent id of the run of the experiment that the task belongs to
   */
  public boolean takes(RunSummary run, String parent) {
    return this == EXPERIMENT || (this == PARENT && parent.equals(run.parent()));
  }

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the word of the command line. */
  public static final class Converter implements ITypeConverter<Reuse> {
    @Override
    public Reuse convert(String word) {
      return Arrays.stream(values())
          .filter(reuse -> reuse.toString().equals(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("\"" + word + "\" is none of " + all()));
    }

    private static String all() {
      return Arrays.stream(values()).map(Reuse::toString).collect(Collectors.joining(", "));
    }
  }
}
