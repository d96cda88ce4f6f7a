package org.simplexity.experiment.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a stage, or a whole experiment, ended.
 *
 * <p>Declared from best to worst: of several failures the worst is the exit code of the whole. What
 * a retry may mend is least bad, a defect of the program worst.
 */
public enum ExitCode {
  /** All work is done. */
  DONE(0, "done"),
  /** Tracker, network, disk or the machine failed; worth a retry. */
  INFRASTRUCTURE(3, "infrastructure failed (worth a retry)"),
  /** Loss or weights left the finite numbers. */
  DIVERGED(4, "diverged"),
  /** The data are damaged or do not fit the experiment. */
  BAD_DATA(5, "bad data"),
  /** The experiment file or the arguments are wrong. */
  BAD_EXPERIMENT(2, "bad experiment or arguments"),
  /** A defect of the program. */
  DEFECT(1, "defect of the program"),
  /** Ended from outside by Ctrl-C or a signal. */
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** The meaning in a few words. */
  public String meaning() {
    return meaning;
  }

  /**
   * What a process ended with. Codes above 128 mean a signal: without a request of ours, that is
   * the machine's doing (out of memory, shutdown).
   *
   * @param code exit code of a process
   */
  public static ExitCode of(int code) {
    if (code > 128) {
      return INFRASTRUCTURE;
    }
    return Arrays.stream(values()).filter(v -> v.code == code).findFirst().orElse(DEFECT);
  }

  /**
   * The code with a meaning, as a failed run's tag says it.
   *
   * @param meaning text of {@link #meaning()}
   * @return empty if no code has it
   */
  public static Optional<ExitCode> meaning(String meaning) {
    return Arrays.stream(values()).filter(v -> v.meaning.equals(meaning)).findFirst();
  }

  /**
   * The worst of several; {@link #DONE} of none.
   *
   * @param codes how the parts ended
   */
  public static ExitCode worst(List<ExitCode> codes) {
    return codes.stream().max(Comparator.naturalOrder()).orElse(DONE);
  }
}
