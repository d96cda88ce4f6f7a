package org.simplexity.cli.bench;

import java.io.PrintWriter;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every measurement: on how many threads, how it is printed. */
final class TimingOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--threads",
      defaultValue = "0",
      paramLabel = "N",
      description = "worker threads; 0: one for every core (default: 0)")
  private int threads;

  @Option(
      names = "--chunk",
      defaultValue = "0",
      paramLabel = "N",
      description = "images that pass the network together; 0: what fits the cache (default: 0)")
  private int chunk;

  @Option(names = "--json", description = "prints one JSON object instead of a table")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  /**
   * Settings of the plan of a network.
   *
   * @throws ParameterException if an option is out of bounds or the network too large to count
   */
  PlanSettings plan(Network network, int batch) {
    CommandLine command = spec.commandLine();
    Ranges.check(command, "--batch", batch, 1, 1 << 16);
    Ranges.checkSizes(command, network, batch);
    Ranges.check(command, "--threads", threads, 0, 1024);
    Ranges.check(command, "--chunk", chunk, 0, batch);
    PlanSettings settings = PlanSettings.defaults(batch).withChunk(chunk);
    return threads == 0 ? settings : settings.withThreads(threads);
  }

  /** How often to step, checked. */
  Repetitions repetitions(int warmUp, int steps) {
    Ranges.check(spec.commandLine(), "--warmup", warmUp, 0, 1_000_000);
    Ranges.check(spec.commandLine(), "--steps", steps, 1, 1_000_000);
    return new Repetitions(warmUp, steps);
  }

  /** Prints a result as it was asked for. */
  void print(Measurement measurement) {
    PrintWriter output = spec.commandLine().getOut();
    output.println(json ? measurement.json() : measurement.table());
    output.flush();
  }
}
